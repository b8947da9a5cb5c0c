#include "app/replan_plan.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/figures.h"
#include "report/json_schedule.h"
#include "report/text_replan.h"

namespace masar::cli {
namespace {

constexpr std::int64_t most_points = 100;

class ReplanVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"replan",
                {"New dates that move as little as possible from a baseline",
                 "مواعيد جديدة بأقل تغيير ممكن عن الجدول المرجعي"},
                {"What is begun or done, and what the baseline has begun before today, stays. Of the rest as few "
                 "activities move as can, and each is shown with the statement of the plan that forces it. A table "
                 "shows what fewer or more moves would mean for the gates and the end.",
                 "يبقى على حاله كل ما بدأ أو انتهى، وما يبدأ في الجدول المرجعي قبل تاريخ اليوم. ولا يتحرك مما سواه إلا "
                 "أقل عدد ممكن من الأنشطة، ويُعرض كل منها مع ما يفرض تحريكه من نصوص الخطة. ويبين جدول أثر تقليل عدد ما "
                 "يتحرك أو زيادته على بوابات القرار وتاريخ الانتهاء."},
                {"masar replan examples/uae-us --baseline schedule.json --today 2027-06-01",
                 "masar replan plan.yaml --baseline old.json --prefer aims -o new.json"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.text({"--baseline",
                      "FILE",
                      {"the schedule to stay near, from 'masar schedule -o' or 'masar replan -o'",
                       "الجدول المرجعي، من «masar schedule -o» أو «masar replan -o»"}},
                     baseline_);
        options.text({"--today",
                      "DATE",
                      {"what begins before it is frozen (default: the plan's as-of date)",
                       "ما يبدأ قبله يُثبَّت (الأصل: تاريخ الحالة ‎as-of‎ في "
                       "الخطة)"}},
                     today_);
        options.choice({"--prefer",
                        "WHAT",
                        {"stability: fewest moves first (default); aims: the plan's aims first",
                         "‏stability: أقل عدد من التحركات أولاً (الأصل)؛ aims: أهداف "
                         "الجدولة "
                         "أولاً"}},
                       {"stability", "aims"}, prefer_);
        options.number({"--points",
                        "N",
                        {"at most N lines in the table of finish against moves (default 8)",
                         "عدد أسطر جدول الانتهاء مقابل ما يتحرك، N على الأكثر (الأصل 8)"}},
                       {1, most_points}, points_);
        scheduling_.declare(options);
        options.text({"-o,--output",
                      "FILE",
                      {"write the new schedule as JSON, the next baseline",
                       "كتابة الجدول الجديد بصيغة JSON ليكون الجدول المرجعي التالي"}},
                     output_);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto options = asked();
        if (!options) return session.fail(options.error());
        const auto result = replan(session, *options);
        if (!result) return session.fail(result.error());
        if (!result->replanning) return complain(session, result->diagnostics, result->plan.sources);
        const plan::Replanning& answer = *result->replanning;
        if (!output_.empty()) {
            const std::string json = report::schedule_json(result->plan, answer.timetable);
            if (auto written = session.files.write_whole(output_, json); !written) return session.fail(written.error());
        }
        return session.show(json_ ? report::replan_json(result->plan, answer)
                                  : report::replan_text(result->plan, answer, session.language),
                            exit_code_of(answer.timetable));
    }

private:
    [[nodiscard]] base::Result<app::ReplanOptions> asked() const {
        app::ReplanOptions options;
        if (baseline_.empty())
            return tl::unexpected(usage_error({"--baseline is missing", "ينقص ‎--baseline‎"},
                                              {"write one with 'masar schedule PLAN -o FILE'",
                                               "يُكتب بالأمر ‎'masar schedule PLAN -o FILE'‎"}));
        options.baseline = baseline_;
        if (!today_.empty()) {
            options.today = calendar::parse_iso(today_);
            if (!options.today)
                return tl::unexpected(usage_error(report::fill(
                    {"--today: expected a date such as 2027-06-01, not '{}'",
                     "‏‎--today‎: المطلوب تاريخ مثل ‎2027-06-01‎، وليس «{}»"},
                    report::ltr(today_))));
        }
        if (prefer_ == "aims") options.preference = app::Preference::aims;
        options.most_points = static_cast<std::int32_t>(points_);
        return options;
    }

    [[nodiscard]] base::Result<app::ReplannedPlan> replan(const Session& session, app::ReplanOptions options) const {
        Search search(session);
        options.schedule = scheduling_.with(search);
        return app::replan_plan(session.files, plan_, options);
    }

    std::string plan_, baseline_, today_, output_;
    std::string prefer_ = "stability";
    std::int64_t points_ = 8;
    SchedulingOptions scheduling_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_replan_verb() { return std::make_unique<ReplanVerb>(); }

}  // namespace masar::cli
