#include "app/workspace/offered_help.h"

#include "app/help_ladder.h"
#include "app/workspace/try_plan.h"
#include "report/views/gate_json.h"

#include <algorithm>

namespace masar::app {
namespace {

using HelpSteps = std::vector<plan::HelpStep>;

constexpr std::size_t most_activities = 300;

int passing(const plan::Timetable& dates) {
    return static_cast<int>(std::ranges::count_if(dates.gates, report::passes));
}

plan::Sampled chance(const Snapshot& state) {
    if (state.forecast()) return state.forecast()->all_gates_pass;
    return {passing(*state.timetable()) == static_cast<int>(state.plan().gates.size()) ? 1.0 : 0.0, 0};
}

/// Each step as far as it can be had when others move for it, with the chance that it then brings.
HelpSteps with_moves(const SnapshotPtr& seen, const HelpSteps& wanted) {
    Actor whole;
    whole.whole = true;
    OpenPlan open;
    open.whole = seen;
    Wish wish;
    HelpSteps steps;
    plan::Sampled before = chance(*seen);
    int gates = passing(*seen->timetable());
    for (plan::HelpStep step : wanted) {
        for (const plan::ActivityIndex each : step.options)
            wish.options.push_back(seen->plan().activities[each.at()].id);
        const auto tried = try_plan(open, whole, wish, quick_effort(*seen));
        if (!tried || !tried->fits) break;
        step.before = before;
        step.after = chance(*tried->after);
        step.gates_before = gates;
        step.gates_after = passing(*tried->after->timetable());
        if (step.after.value <= before.value && step.gates_after <= gates) break;
        before = step.after;
        gates = step.gates_after;
        // Choosing changes no order: activities keep their numbers.
        for (std::size_t i = 0; i < step.options.size(); ++i)
            step.starts[i] = tried->after->timetable()->activities[step.options[i].at()].start;
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace

HelpSteps offered_help(const Snapshot& seen, const plan::Timetable& dates) {
    if (seen.plan().activities.size() > most_activities) return {};
    HelpSteps steps = help_ladder(seen.loaded(), dates, {}, {});
    if (!steps.empty() || dates.status == plan::AnswerStatus::earliest) return steps;
    LadderLimits limits;
    limits.others_may_move = true;
    steps = help_ladder(seen.loaded(), dates, {}, {}, limits);
    return steps.empty() ? steps : with_moves(Snapshot::make(seen.files(), seen.dates()), steps);
}

}  // namespace masar::app
