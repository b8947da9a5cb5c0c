#include "app/certify_instance.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/json_schedule.h"
#include "report/text_schedule.h"

namespace masar::cli {
namespace {

class ScheduleVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"schedule",
                {"Date every activity so that nothing is broken", "تحديد مواعيد الأنشطة بحيث تُستوفى جميع القيود"},
                {"Windows, links, calendars, periods to avoid, people, yearly pools, ceilings and notices are all "
                 "kept, and a checker "
                 "that shares no code with the search has confirmed it. When nothing fits, the nearest schedule is "
                 "shown with what it "
                 "breaks. Ctrl-C ends the search and shows the best schedule so far; a second one ends at once.",
                 "تُراعى النوافذ الزمنية والارتباطات والتقاويم والفترات المراد تجنبها والموارد البشرية والموارد السنوية "
                 "والسقوف "
                 "والإشعارات جميعاً، ويؤكد ذلك مدقق مستقل عن البحث. وإذا تعذر ذلك عُرض أقرب جدول مع ما يخل به. ويُنهي "
                 "Ctrl-C البحث "
                 "ويعرض أفضل جدول حتى حينه؛ وتكراره ينهي البرنامج فوراً."},
                {"masar schedule examples/uae-us -o schedule.json", "masar schedule plan.yaml --earliest --json"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        options.flag({"--earliest",
                      "",
                      {"earliest dates only; overloads and broken ceilings are reported",
                       "أبكر المواعيد فقط؛ مع بيان تجاوز الموارد والسقوف"}},
                     earliest_);
        scheduling_.declare(options);
        options.text({"-o,--output",
                      "FILE",
                      {"write the schedule as JSON, the baseline of later verbs",
                       "كتابة الجدول بصيغة JSON ليكون مرجعاً للأوامر اللاحقة"}},
                     output_);
        options.text({"--proof",
                      "FILE",
                      {"write the proof that nothing is better, or that nothing fits, for masar-verify",
                       "كتابة إثبات أن لا جدول أفضل، أو أن لا جدول ممكناً، ليتحقق منه masar-verify"}},
                     proof_);
        options.exclude("--earliest", "--proof");
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto scheduled = schedule(session);
        if (!scheduled) return session.fail(scheduled.error());
        if (!scheduled->timetable) return complain(session, scheduled->diagnostics, scheduled->plan.sources);
        const plan::Timetable& timetable = *scheduled->timetable;
        const std::string json = report::schedule_json(scheduled->plan, timetable);
        if (!output_.empty())
            if (auto written = session.files.write_whole(output_, json); !written) return session.fail(written.error());
        if (!proof_.empty())
            if (const auto written = write_proof(*scheduled, session); !written) return session.fail(written.error());
        return session.show(json_ ? json : report::schedule_text(scheduled->plan, timetable, session.language),
                            exit_code_of(timetable));
    }

private:
    [[nodiscard]] base::Result<app::ScheduledPlan> schedule(const Session& session) const {
        Search search(session);
        app::ScheduleOptions options = scheduling_.with(search);
        if (earliest_) options.manner = app::Manner::earliest;
        return app::schedule_plan(session.files, plan_, options);
    }

    /// Searched for once more, with a listener.
    [[nodiscard]] base::Result<void> write_proof(const app::ScheduledPlan& scheduled, const Session& session) const {
        Search search(session);
        const app::ScheduleOptions options = scheduling_.with(search);
        const auto made =
            app::certify_plan(session.files, scheduled, options.load, {.file = proof_, .stop = options.run.stop});
        if (!made) return tl::unexpected(made.error());
        return {};
    }

    std::string plan_, output_, proof_;
    SchedulingOptions scheduling_;
    bool earliest_ = false, json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_schedule_verb() { return std::make_unique<ScheduleVerb>(); }

}  // namespace masar::cli
