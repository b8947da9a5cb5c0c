#include "app/outcome_question.h"

#include "app/risk_book.h"
#include "plan/exchange_rates.h"

#include <algorithm>

namespace masar::app {
namespace {

using problem::Objective;
using problem::ProblemData;
using problem::Schedule;

/// In what the options are paid; without any, in what the first cost is stated.
base::Currency currency_of(const plan::Plan& plan) {
    base::Currency first;
    for (std::size_t i = 0; i < plan.activities.size(); ++i)
        for (std::size_t m = 0; m < plan.activities[i].modes.size(); ++m)
            for (const base::Money& each : compile::cost_amounts(plan, {base::index_of<plan::ActivityIndex>(i), m})) {
                if (!each.currency.known()) continue;
                if (plan.activities[i].optional) return each.currency;
                if (!first.known()) first = each.currency;
            }
    return first;
}

void state_costs(const plan::Plan& plan, OutcomeQuestion& question) {
    for (std::size_t i = 0; i < question.data.activities.size(); ++i) {
        const plan::ActivityIndex index = question.open.activities[i];
        if (!index.known()) continue;
        auto& modes = question.data.activities[i].modes;
        for (std::size_t m = 0; m < modes.size(); ++m)
            modes[m].cost = cost_of(plan, {index, m, question.open.estimate}, question.currency);
    }
}

/// Dates first, as the plan's own aims have it; then money; then the end.
void state_aims(const OutcomeAsked& asked, OutcomeQuestion& question) {
    auto& aims = question.data.objectives;
    aims = {Objective::cost};
    if (asked.holding != plan::Holding::nothing) return;
    if (!question.data.gates.empty()) {
        aims.insert(aims.begin(), Objective::gate_lateness);
        question.cost_aim = 1;
    }
    aims.push_back(Objective::makespan);
    // Among equals the one that leaves most of the dates before where they are.
    aims.push_back(Objective::moved);
    question.data.baseline.assign(question.before.start.size(), problem::not_in_baseline);
    for (std::int32_t i = 0; i < question.open.problem.size(); ++i)
        if (question.before.chosen(i))
            question.data.baseline[static_cast<std::size_t>(i)] = question.before.start[static_cast<std::size_t>(i)];
}

bool held(const problem::Activity& activity) { return activity.fixed >= 0; }

/// Everything but the options stands where it did before.
void hold(OutcomeQuestion& question) {
    ProblemData& data = question.data;
    for (std::int32_t i = 0; i < question.open.problem.size(); ++i) {
        problem::Activity& activity = data.activities[static_cast<std::size_t>(i)];
        if (activity.optional || held(activity)) continue;
        const problem::Day start = question.before.start[static_cast<std::size_t>(i)];
        const problem::Day end = problem::end_of(question.open.problem, question.before, i);
        if (end > data.horizon) continue;  // no day was found for it: it stands nowhere
        activity.fixed = static_cast<std::int32_t>(data.fixed_activities.size());
        data.fixed_activities.push_back({start, end, start, question.before.mode[static_cast<std::size_t>(i)]});
    }
    // What the held do to each other is not for the choice to mend.
    std::erase_if(data.links, [&](const problem::Link& link) {
        return held(data.activities[static_cast<std::size_t>(link.from)])
               && held(data.activities[static_cast<std::size_t>(link.to)]);
    });
    for (problem::Gate& gate : data.gates) gate.firm = false;
}

/// As the earliest dates do not consider them either.
void forget_pools_and_ceilings(ProblemData& data) {
    for (problem::Activity& activity : data.activities)
        for (problem::Mode& mode : activity.modes) {
            mode.demands.clear();
            mode.expenses.clear();
            mode.stock_changes.clear();
        }
    data.reservoirs.clear();
    data.pools.clear();
    data.budgets.clear();
}

}  // namespace

bool OutcomeQuestion::necessary() const { return std::ranges::all_of(goals, &forecast::CriterionGoal::necessary); }

std::int64_t cost_of(const plan::Plan& plan, const compile::CostOf& what, base::Currency currency) {
    std::int64_t minor = 0;
    for (const base::Money& each : compile::cost_amounts(plan, what))
        // A missing rate was an error when the plan was compiled.
        if (const auto money = plan::exchanged(plan, each, currency)) minor += money->minor;
    return minor;
}

std::optional<OutcomeQuestion> outcome_question(const LoadedPlan& loaded, const compile::CompileOptions& how,
                                                const plan::Timetable& before, const OutcomeAsked& asked) {
    compile::CompileOptions options = how;
    options.options_open = true;
    auto compiled = compile::compile_plan(loaded.plan, options).compiled;
    if (!compiled) return std::nullopt;
    OutcomeQuestion question{*std::move(compiled), {}, {}, currency_of(loaded.plan), 0, {}};
    question.data = question.open.problem.data();
    question.before = schedule_of(question.open, before);
    state_costs(loaded.plan, question);
    state_aims(asked, question);
    if (asked.holding != plan::Holding::nothing) hold(question);
    if (asked.holding == plan::Holding::earliest) forget_pools_and_ceilings(question.data);
    const forecast::GoalFrame frame{question.open.days.first, question.open.positions};
    for (const plan::GateIndex gate : asked.gates)
        for (std::size_t i = 0; i < loaded.plan.gates[gate.at()].criteria.size(); ++i) {
            question.goals.push_back(forecast::outcome_goal(loaded.plan, gate, i, frame));
            question.data.goals.push_back(question.goals.back().goal);
        }
    return question;
}

}  // namespace masar::app
