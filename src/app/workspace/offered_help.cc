#include "app/workspace/offered_help.h"

#include "app/help_ladder.h"
#include "app/risk_book.h"
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

plan::Sampled sure(const Snapshot& state) {
    return {passing(*state.timetable()) == static_cast<int>(state.plan().gates.size()) ? 1.0 : 0.0, 0};
}

/// What the forecast of the state says, without the rest of it.
plan::Sampled chance(const Snapshot& state, const forecast::SimulationRun& run) {
    const problem::Schedule schedule = schedule_of(*state.loaded().compiled, *state.timetable());
    return gate_chance(state.loaded(), schedule, forecast_samples, run).value_or(sure(state));
}

/// Each step as far as it can be had when others move for it, with the chance that it then brings.
HelpSteps with_moves(const SnapshotPtr& seen, const HelpSteps& wanted, const forecast::SimulationRun& run) {
    Actor whole;
    whole.whole = true;
    OpenPlan open;
    open.whole = seen;
    Wish wish;
    DateEffort effort = quick_effort(*seen);
    effort.stop = run.stop;
    HelpSteps steps;
    plan::Sampled before = seen->forecast() ? seen->forecast()->all_gates_pass : sure(*seen);
    int gates = passing(*seen->timetable());
    for (plan::HelpStep step : wanted) {
        for (const plan::ActivityIndex each : step.options)
            wish.options.push_back(seen->plan().activities[each.at()].id);
        const auto tried = try_plan(open, whole, wish, effort);
        if (!tried || !tried->fits) break;
        step.before = before;
        step.after = chance(*tried->after, run);
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

bool may_be_helped(const Snapshot& seen, const plan::Timetable& dates) {
    const auto& activities = seen.plan().activities;
    if (!seen.loaded().compiled || seen.plan().gates.empty() || activities.size() > most_activities) return false;
    for (std::size_t i = 0; i < activities.size(); ++i)
        if (activities[i].optional && !dates.activities[i].chosen) return true;
    return false;
}

HelpSteps offered_help(const SnapshotPtr& seen, const plan::Timetable& dates, const base::StopFlag* stop) {
    if (!may_be_helped(*seen, dates)) return {};
    forecast::SimulationRun run;
    run.stop = stop;
    LadderLimits limits;
    // The page that asks shows its forecast beside it.
    const bool planned = seen->timetable() && &dates == &*seen->timetable();
    if (planned && seen->forecast()) limits.now = seen->forecast()->all_gates_pass;
    HelpSteps steps = help_ladder(seen->loaded(), dates, {}, run, limits);
    if (!steps.empty() || dates.status == plan::AnswerStatus::earliest) return steps;
    limits.others_may_move = true;
    limits.told_samples = limits.samples;  // what is found here is only what to try
    steps = help_ladder(seen->loaded(), dates, {}, run, limits);
    return steps.empty() ? steps : with_moves(seen, steps, run);
}

}  // namespace masar::app
