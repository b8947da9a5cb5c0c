#include "app/format_files.h"
#include "base/json_writer.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::cli {
namespace {

class FmtVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"fmt",
                {"Write a plan file in its one canonical form", "كتابة ملف الخطة بصيغته الموحدة"},
                {"Comments stay, and the plan that is read from the file stays the same. A single file goes to "
                 "standard output; with "
                 "--write every file of the plan is replaced; with --check nothing is written, and the exit code is 1 "
                 "when a file "
                 "would change.",
                 "تبقى التعليقات وتبقى الخطة المقروءة من الملف كما هي. يُعرض الملف الواحد على المخرج القياسي؛ ومع "
                 "‎--write‎ تُستبدل "
                 "ملفات الخطة كلها؛ ومع ‎--check‎ لا يُكتب شيء ويكون رمز "
                 "الخروج "
                 "1 "
                 "إذا "
                 "كان "
                 "ملف "
                 "سيتغير."},
                {"masar fmt plan.yaml", "masar fmt examples/uae-us --check"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.flag({"--check", "", {"only list the files that would change", "عرض الملفات التي ستتغير فقط"}}, check_);
        options.flag({"--write", "", {"replace the files", "استبدال الملفات"}}, write_);
        options.flag({"--json", "", {"list the files as JSON", "عرض قائمة الملفات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        if (check_ && write_)
            return session.fail(usage_error(
                {"--check and --write exclude each other", "لا يجتمع ‎--check‎ و‎--write‎"}));
        const bool folder = session.files.look(plan_) == base::FileDoor::Entry::folder;
        if (folder && !check_ && !write_ && !json_)
            return session.fail(
                usage_error({"a folder has several files: add --check or --write",
                             "المجلد فيه عدة ملفات: أضف ‎--check‎ أو ‎--write‎"}));
        const auto formatted = app::format_files(session.files, plan_);
        if (!formatted) return session.fail(formatted.error());
        if (base::has_errors(formatted->diagnostics))
            return complain(session, formatted->diagnostics, formatted->sources);
        return write_ ? replace(*formatted, session) : show(*formatted, session);
    }

private:
    [[nodiscard]] ExitCode replace(const app::FormattedFiles& formatted, const Session& session) const {
        for (const app::FormattedFile& each : formatted.files) {
            if (!each.changed) continue;
            if (auto written = session.files.write_whole(each.path, each.text); !written)
                return session.fail(written.error());
        }
        return session.show(list(formatted), ExitCode::fine);
    }

    [[nodiscard]] ExitCode show(const app::FormattedFiles& formatted, const Session& session) const {
        const bool any = std::ranges::any_of(formatted.files, &app::FormattedFile::changed);
        const ExitCode code = check_ && any ? ExitCode::wrong_plan : ExitCode::fine;
        if (check_ || json_) return session.show(list(formatted), code);
        return session.show(formatted.files.empty() ? "" : formatted.files.front().text, code);
    }

    /// The files that change (or changed), one a line.
    [[nodiscard]] std::string list(const app::FormattedFiles& formatted) const {
        std::string lines;
        base::JsonWriter json;
        json.begin_object().key("changed").begin_array();
        for (const app::FormattedFile& each : formatted.files) {
            if (!each.changed) continue;
            lines += each.path + "\n";
            json.value(each.path);
        }
        json.end_array().end_object();
        return json_ ? json.take() : lines;
    }

    std::string plan_;
    bool check_ = false, write_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_fmt_verb() { return std::make_unique<FmtVerb>(); }

}  // namespace masar::cli
