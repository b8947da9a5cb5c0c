#include "app/import_file.h"
#include "app/running_status.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"

namespace masar::cli {
namespace {

class StatusVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "status",
            {"Take in what has happened, and say where the plan stands", "تسجيل ما حدث وبيان حال الخطة"},
            {"A table of facts, one a row: what started, finished, was postponed or cancelled and why, which requests were "
             "sent, what was measured, committed or paid. Each becomes an edit of the plan's text. Against the dates of a "
             "baseline it shows what is late; 'masar replan' then finds new dates with the least movement.",
             "جدول وقائع، لكل صف واقعة: ما بدأ أو انتهى أو أُجّل أو أُلغي وسببه، والطلبات المرسلة، وما قيس أو حُجز أو صُرف. "
             "وتصبح كل واقعة تعديلاً في نص الخطة. ويُعرض المتأخر عن مواعيد الجدول المرجعي، ثم يجد «masar replan» مواعيد "
             "جديدة بأقل تغيير."},
            {"masar status examples/uae-us -i update.csv",
             "masar status plan.yaml -i update.csv --baseline schedule.json --write"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text(
            {"-i,--input",
             "TABLE",
             {"facts: .csv or .xlsx with the columns what, id, on, from, to, why, …",
              "الوقائع: ‎.csv‎ أو ‎.xlsx‎ بأعمدة الحدث والمعرّف وفي ومن وإلى والسبب وغيرها"}},
            options_.facts);
        options.text({"--baseline",
                      "FILE",
                      {"the agreed dates, from 'masar schedule -o'", "المواعيد المتفق عليها، من «masar schedule -o»"}},
                     options_.baseline);
        options.flag({"--write", "", {"change the plan's files", "تعديل ملفات الخطة"}}, write_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto status = app::running_status(session.files, plan_, options_);
        if (!status) return session.fail(status.error());
        if (base::has_errors(status->diagnostics)) return complain(session, status->diagnostics, status->sources);
        const bool faulty = !status->told.faults.empty();
        if (write_ && !faulty)
            if (auto written = app::write_plan(session.files, plan_, status->files); !written)
                return session.fail(written.error());
        const ExitCode code = faulty                      ? ExitCode::wrong_plan
                              : status->told.late.empty() ? ExitCode::fine
                                                          : ExitCode::violated;
        return session.show(
            json_ ? report::status_json(status->told) : report::status_text(status->told, session.language), code);
    }

private:
    std::string plan_;
    app::StatusOptions options_;
    bool write_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_status_verb() { return std::make_unique<StatusVerb>(); }

}  // namespace masar::cli
