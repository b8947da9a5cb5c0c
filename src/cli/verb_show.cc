#include "app/read_schedule.h"
#include "cli/all_verbs.h"
#include "cli/plan_answer.h"
#include "report/json_view.h"

#include <array>

namespace masar::cli {
namespace {

struct NamedView {
    std::string_view name;
    report::View view;
};
constexpr std::array<NamedView, 6> views{{{"critical", report::View::critical},
                                          {"load", report::View::load},
                                          {"budgets", report::View::budgets},
                                          {"gates", report::View::gates},
                                          {"notices", report::View::notices},
                                          {"all", report::View::all}}};

class ShowVerb : public Verb {
public:
    [[nodiscard]] VerbWords words() const override {
        return {"show",
                {"Tables of a schedule: critical path, load, budgets, gates, notices due",
                 "جداول العرض: المسار الحرج والحمل والميزانيات وبوابات القرار والإشعارات المستحقة"},
                {"Without -i the plan is scheduled first, with the same options as 'masar schedule'.",
                 "بدون ‎-i‎ تُجدول الخطة أولاً بخيارات «masar schedule» نفسها."},
                {"masar show examples/uae-us gates -i schedule.json", "masar show plan.yaml load --lang ar"}};
    }

    void declare(OptionSet& options) override {
        options.operand(
            {"PLAN", "", {"the plan: a file, or a folder with plan.yaml", "الخطة: ملف، أو مجلد فيه plan.yaml"}},
            OptionSet::Presence::required, plan_);
        std::vector<std::string> names;
        for (const NamedView& each : views) names.emplace_back(each.name);
        options.choice({"VIEW",
                        "",
                        {"critical, load, budgets, gates, notices or all (default)",
                         "‏critical أو load أو budgets أو gates أو notices أو all (الأصل)"}},
                       names, view_);
        options.text(
            {"-i,--input",
             "FILE",
             {"the schedule to show, from 'masar schedule -o'", "الجدول المطلوب عرضه، من «masar schedule -o»"}},
            input_);
        scheduling_.declare(options);
        options.flag({"--json", "", {"JSON on standard output", "المخرجات بصيغة JSON"}}, json_);
    }

    [[nodiscard]] ExitCode run(const Session& session) override {
        const auto scheduled = schedule(session);
        if (!scheduled) return session.fail(scheduled.error());
        if (!scheduled->timetable) return complain(session, scheduled->diagnostics, scheduled->plan.sources);
        const report::View view = chosen_view();
        return session.show(json_ ? report::view_json(view, scheduled->plan, *scheduled->timetable)
                                  : report::view_text(view, scheduled->plan, *scheduled->timetable, session.language),
                            exit_code_of(*scheduled->timetable));
    }

private:
    [[nodiscard]] base::Result<app::ScheduledPlan> schedule(const Session& session) const {
        Search search(session);
        return app::schedule_or_read(session.files, plan_, input_, scheduling_.with(search));
    }
    [[nodiscard]] report::View chosen_view() const {
        for (const NamedView& each : views)
            if (each.name == view_) return each.view;
        return report::View::all;
    }

    std::string plan_, input_;
    std::string view_ = "all";
    SchedulingOptions scheduling_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_show_verb() { return std::make_unique<ShowVerb>(); }

}  // namespace masar::cli
