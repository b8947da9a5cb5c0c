#include "app/explain_plan.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/json_explanation.h"
#include "report/text_explanation.h"

namespace masar::cli {
namespace {

class ExplainVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "explain",
            {"Say why a plan cannot be done, or not by a date, and what would mend it",
             "تفسير تعذر تنفيذ الخطة أو تعذر موعد، وبيان ما يعالجه"},
            {"Names a smallest set of statements of the plan that clash, each proven to be needed, with its file and "
             "line; then the least changes of several kinds, each proven to mend it by a schedule. Without a question "
             "it explains the plan, else its late gates. With --for it tells one side only what is released to it: "
             "other limits are counted.",
             "يسمّي أصغر مجموعة من بنود الخطة المتعارضة، مع إثبات لزوم كل منها وبيان ملفه وسطره؛ ثم أقل التغييرات من "
             "أنواع عدة، مع إثبات كفاية كل منها بجدول. وبلا سؤال يفسّر الخطة، وإلا فبوابات القرار المتأخرة. ومع "
             "‎--for‎ "
             "لا يخبر جانباً إلا بما أُتيح له، ويكتفي بعدّ غيره."},
            {"masar explain examples/uae-us --gate gate-1 --by 2027-03-31",
             "masar explain plan.yaml --for usa --json"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text(
            {"--gate",
             "G",
             {"why this gate cannot be ready by its date, or by --by",
              "سبب تعذر جاهزية بوابة القرار في موعدها أو بحلول ‎--by‎"}},
            gate_);
        options.text({"--activity",
                      "A",
                      {"why this activity cannot be finished by --by",
                       "سبب تعذر انتهاء النشاط بحلول ‎--by‎"}},
                     activity_);
        options.text(
            {"--by",
             "DATE",
             {"the date that is asked about: 2027-03-31", "الموعد المسؤول عنه: ‎2027-03-31‎"}},
            by_);
        options.flag({"--criteria",
                      "",
                      {"the criteria of the gate, or of all gates, that fail, and what would be needed",
                       "معايير بوابة القرار، أو البوابات كلها، غير المستوفاة وما يلزم لها"}},
                     criteria_);
        options.text({"--for", "SIDE", {"tell only what is released to this side", "ذكر ما أُتيح لهذا الجانب فقط"}},
                     side_);
        scheduling_.declare(options);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        auto options = read_options();
        if (!options) return session.fail(options.error());
        Search search(session);
        const app::ScheduleOptions scheduling = scheduling_.with(search);
        options->load = scheduling.load;
        options->run = scheduling.run;
        options->limits.seconds = scheduling_.limits.seconds;
        options->limits.conflicts = scheduling_.limits.conflicts.value_or(options->limits.conflicts);
        options->limits.stop = scheduling.run.stop;
        options->limits.progress = scheduling.run.progress;
        options->limits.now_seconds = scheduling.run.now_seconds;
        const auto explained = app::explain_plan(session.files, plan_, *options);
        if (!explained) return session.fail(explained.error());
        if (!explained->explanation) return complain(session, explained->diagnostics, explained->plan.sources);
        return show(session, *explained);
    }

private:
    [[nodiscard]] base::Result<app::ExplainOptions> read_options() const {
        app::ExplainOptions options;
        options.gate = gate_;
        options.activity = activity_;
        options.criteria = criteria_;
        if (!by_.empty()) {
            options.by = calendar::parse_iso(by_);
            if (!options.by)
                return tl::unexpected(usage_error({"--by wants a date such as 2027-03-31",
                                                   "يتطلب ‎--by‎ تاريخاً مثل ‎2027-03-31‎"}));
        }
        if (!activity_.empty() && by_.empty())
            return tl::unexpected(usage_error(
                {"--activity wants --by DATE", "يتطلب ‎--activity‎ الخيار ‎--by DATE‎"}));
        if (gate_.empty() && activity_.empty() && !by_.empty())
            return tl::unexpected(
                usage_error({"--by wants --gate G or --activity A",
                             "يتطلب ‎--by‎ الخيار ‎--gate G‎ أو ‎--activity A‎"}));
        return options;
    }

    [[nodiscard]] ExitCode show(const Session& session, const app::ExplainedPlan& explained) const {
        report::Reader reader(explained.plan);
        if (!side_.empty()) {
            const plan::Side* side = plan::find(explained.plan.sides, side_);
            if (side == nullptr)
                return session.fail(usage_error(
                    {"the plan has no side '" + side_ + "'", "لا يوجد في الخطة جانب باسم «" + side_ + "»"}));
            const auto position = static_cast<std::size_t>(side - explained.plan.sides.data());
            reader = report::Reader(explained.plan, base::index_of<plan::SideIndex>(position));
        }
        const plan::Explanation& explanation = *explained.explanation;
        return session.show(json_ ? report::explanation_json(explained.plan, explanation, reader)
                                  : report::explanation_text(explained.plan, explanation, reader, session.language),
                            code_of(explanation));
    }

    [[nodiscard]] static ExitCode code_of(const plan::Explanation& explanation) {
        switch (explanation.status) {
            case plan::ExplanationStatus::fits: return ExitCode::fine;
            case plan::ExplanationStatus::late: return ExitCode::violated;
            case plan::ExplanationStatus::infeasible: return ExitCode::infeasible;
            case plan::ExplanationStatus::unknown: break;
        }
        return ExitCode::limit;
    }

    std::string plan_, gate_, activity_, by_, side_;
    SchedulingOptions scheduling_;
    bool criteria_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_explain_verb() { return std::make_unique<ExplainVerb>(); }

}  // namespace masar::cli
