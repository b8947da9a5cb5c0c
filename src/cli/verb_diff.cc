#include "app/diff_plans.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/difference_text.h"

namespace masar::cli {
namespace {

class DiffVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"diff",
                {"Compare two versions of a plan, record by record", "مقارنة نسختين من الخطة سجلاً بسجل"},
                {"Order, layout, comments, and the file in which a record stands make no difference.",
                 "لا أثر للترتيب ولا للتنسيق ولا للتعليقات ولا للملف الذي يقع فيه السجل."},
                {"masar diff old.yaml new.yaml"}};
    }

    void declare(OptionSet& options) override {
        options.operand({"BEFORE", "", {"the older plan", "الخطة الأقدم"}}, OptionSet::Presence::required, before_);
        options.operand({"AFTER", "", {"the newer plan", "الخطة الأحدث"}}, OptionSet::Presence::required, after_);
        options.flag({"--exit-code",
                      "",
                      {"exit code 1 when they differ, for scripts", "رمز الخروج 1 عند وجود فرق، للنصوص البرمجية"}},
                     exit_code_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto diffed = app::diff_plans(session.files, before_, after_);
        if (!diffed) return session.fail(diffed.error());
        for (const app::PlanVersion* version : {&diffed->before, &diffed->after})
            if (base::has_errors(version->diagnostics))
                return complain(session, version->diagnostics, version->sources);
        return session.show(json_ ? report::differences_json(diffed->differences)
                                  : report::differences_text(diffed->differences, session.language),
                            exit_code_ && !diffed->differences.empty() ? ExitCode::wrong_plan : ExitCode::fine);
    }

private:
    std::string before_, after_;
    bool exit_code_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_diff_verb() { return std::make_unique<DiffVerb>(); }

}  // namespace masar::cli
