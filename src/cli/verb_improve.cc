#include "app/improve_plan.h"
#include "base/decimal.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/figures.h"
#include "report/json_schedule.h"
#include "report/text_improve.h"

namespace masar::cli {
namespace {

using plan::ImprovementStatus;

/// "80%" or "0.8": strictly between 0 and 1.
std::optional<double> part_of(std::string_view text) {
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    const auto number = base::parse_decimal(text);
    if (!number) return std::nullopt;
    const double part = number->to_double() / (percent ? 100 : 1);
    return part > 0 && part < 1 ? std::optional(part) : std::nullopt;
}

ExitCode exit_code_of(const plan::Improvement& improvement) {
    if (improvement.status == ImprovementStatus::impossible) return ExitCode::infeasible;
    if (improvement.status == ImprovementStatus::unknown) return ExitCode::limit;
    if (improvement.robust && !improvement.robust->reached) return ExitCode::violated;
    return cli::exit_code_of(improvement.after);
}

class ImproveVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {
            "improve",
            {"What it takes for the gates' criteria to hold, at least cost",
             "ما يلزم لتتحقق معايير بوابات القرار بأقل كلفة"},
            {"Chooses optional activities, modes and dates so that every indicator criterion holds on its gate's due "
             "date, within windows, pools and ceilings, at the least cost, and says whether it is proven that nothing "
             "cheaper would do. With --hold only the options are chosen and everything else stays. What is found is "
             "checked again by the checker and by the indicators' own trajectories. Where nothing would do, what "
             "comes nearest is shown. With --confidence the dates get buffers, so that all gates hold together with "
             "that chance, and it is said what the buffers cost in days and money; where the chance is out of reach "
             "(exit code 3), due dates with which it holds are proposed.",
             "يختار من الأنشطة الاختيارية وأساليب التنفيذ والمواعيد ما تتحقق به معايير المؤشرات في موعد كل بوابة "
             "قرار، ضمن النوافذ الزمنية والموارد والسقوف وبأقل كلفة، ويبين هل ثبت أنه لا يوجد ما هو أقل كلفة. ومع "
             "‎--hold‎ تُختار الخيارات وحدها ويبقى ما سواها في موعده. "
             "ويُراجَع "
             "الناتج "
             "بالمدقق "
             "المستقل "
             "وبمسارات المؤشرات نفسها. وإذا تعذر ذلك عُرض أقرب ما يمكن. ومع ‎--confidence‎ تُضاف إلى المواعيد هوامش تُجتاز "
             "معها جميع البوابات معاً بذلك الاحتمال، مع بيان كلفتها بالأيام والمال؛ وإذا تعذر بلوغه (رمز الخروج 3) اقتُرحت "
             "مواعيد للبوابات يتحقق بها."},
            {"masar improve examples/uae-us --hold earliest", "masar improve plan.yaml --gate ready -o better.json",
             "masar improve examples/uae-us --confidence 80%"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text(
            {"--hold",
             "WHAT",
             {"'earliest': leave all else at its earliest date, where pools and ceilings are not considered; or a "
              "schedule written with -o: leave all else where that has it",
              "‏earliest: يبقى ما سواها في أبكر مواعيده حيث لا تُراعى الموارد والسقوف؛ أو ملف جدول "
              "كُتب "
              "بالخيار "
              "‎-o‎: يبقى ما سواها في موعده فيه"}},
            hold_);
        options.list({"--gate",
                      "ID,…",
                      {"only these gates' criteria (default: all gates)",
                       "معايير هذه البوابات فقط (الأصل: جميع بوابات القرار)"}},
                     gates_);
        options.text(
            {"--confidence",
             "P",
             {"recommend buffers with which all gates hold together so surely: 80% or 0.8; checked by samples",
              "اقتراح هوامش تُجتاز معها جميع البوابات معاً بهذه الثقة: ‎80%‎ أو 0.8؛ ويُتحقق من ذلك بعينات"}},
            confidence_);
        options.number({"--samples",
                        "N",
                        {"of each simulation for --confidence (default 10000)",
                         "في كل محاكاة للخيار ‎--confidence‎ (الأصل 10000)"}},
                       {100, 1 << 24}, samples_);
        scheduling_.declare(options);
        options.text(
            {"-o,--output",
             "FILE",
             {"write the schedule with what is chosen as JSON, for -i of other verbs",
              "كتابة الجدول مع ما اختير بصيغة JSON للخيار ‎-i‎ في الأوامر "
              "الأخرى"}},
            output_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto improved = improve(session);
        if (!improved) return session.fail(improved.error());
        if (!improved->improvement) return complain(session, improved->diagnostics, improved->plan.sources);
        const plan::Improvement& improvement = *improved->improvement;
        if (!output_.empty() && !improvement.after.activities.empty()) {
            const std::string json = report::schedule_json(improved->plan, improvement.after);
            if (auto written = session.files.write_whole(output_, json); !written) return session.fail(written.error());
        }
        return session.show(json_ ? report::improve_json(improved->plan, improvement)
                                  : report::improve_text(improved->plan, improvement, session.language),
                            exit_code_of(improvement));
    }

private:
    [[nodiscard]] base::Result<app::ImprovedPlan> improve(const Session& session) const {
        Search search(session);
        app::ImproveOptions options;
        if (!confidence_.empty()) {
            const auto part = part_of(confidence_);
            if (!part)
                return tl::unexpected(usage_error(
                    report::fill({"--confidence: expected a part such as 80% or 0.8, not '{}'",
                                  "‏‎--confidence‎: المطلوب جزء مثل 80% أو 0.8، وليس «{}»"},
                                 report::ltr(confidence_))));
            options.confidence = *part;
        }
        options.samples = samples_;
        options.schedule = scheduling_.with(search);
        options.gates = gates_;
        if (hold_ == "earliest") {
            options.holding = plan::Holding::earliest;
        } else if (!hold_.empty()) {
            options.holding = plan::Holding::baseline;
            options.baseline = hold_;
        }
        return app::improve_plan(session.files, plan_, options);
    }

    std::string plan_, hold_, confidence_, output_;
    std::int64_t samples_ = 10'000;
    std::vector<std::string> gates_;
    SchedulingOptions scheduling_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_improve_verb() { return std::make_unique<ImproveVerb>(); }

}  // namespace masar::cli
