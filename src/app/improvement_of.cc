#include "app/improvement_of.h"

#include "compile/charges_of.h"
#include "compile/timetable_of.h"
#include "forecast/gate_criteria.h"
#include "plan/exchange_rates.h"
#include "problem/checker.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::Improvement;
using problem::Schedule;

bool chosen_freely(const OutcomeQuestion& question, const Schedule& schedule, std::int32_t i) {
    return question.open.problem.activity(i).optional && question.open.activities[static_cast<std::size_t>(i)].known()
           && schedule.chosen(i);
}

/// The answer in the positions of the plan compiled with these options chosen.
Schedule moved_to(const OutcomeQuestion& question, const Schedule& schedule, const compile::CompiledPlan& target) {
    const auto size = static_cast<std::size_t>(target.problem.size());
    Schedule moved{std::vector<problem::Day>(size, 0), std::vector<std::int32_t>(size, 0)};
    for (std::size_t i = 0; i < size; ++i) {
        if (!target.activities[i].known()) continue;
        const auto from = static_cast<std::size_t>(question.open.positions[target.activities[i].at()]);
        moved.start[i] = schedule.start[from];
        moved.mode[i] = schedule.mode[from];
    }
    return moved;
}

void add_to(std::vector<plan::SideCost>& sides, plan::SideIndex side, std::int64_t minor) {
    const auto same = std::ranges::find(sides, side, &plan::SideCost::side);
    if (same == sides.end())
        sides.push_back({side, minor});
    else
        same->minor += minor;
}

/// What an option costs, and which side pays how much of it.
plan::ChosenOption option_of(const plan::Plan& plan, const OutcomeQuestion& question, const compile::CostOf& what) {
    plan::ChosenOption option{what.activity, cost_of(plan, what, question.currency), {}};
    const auto amounts = compile::share_amounts(plan, what);
    const auto& shares = plan.activities[what.activity.at()].shares;
    for (std::size_t i = 0; i < amounts.size() && i < shares.size(); ++i) {
        const plan::FundIndex fund = shares[i].fund.value;
        const plan::SideIndex side = fund.known() ? plan.funds[fund.at()].side.value : plan::SideIndex{};
        const auto money = plan::exchanged(plan, amounts[i], question.currency);
        if (side.known() && money) add_to(option.sides, side, money->minor);
    }
    std::ranges::sort(option.sides, {}, &plan::SideCost::side);
    return option;
}

void list_choice(const plan::Plan& plan, const OutcomeQuestion& question, const Schedule& schedule,
                 Improvement& improvement) {
    for (std::int32_t i = 0; i < question.open.problem.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const plan::ActivityIndex index = question.open.activities[at];
        if (!index.known() || !schedule.chosen(i)) continue;
        const bool before = question.before.chosen(i);
        const auto cost = [&](std::int32_t mode) {
            return question.data.activities[at].modes[static_cast<std::size_t>(mode)].cost;
        };
        if (chosen_freely(question, schedule, i) && !before)
            improvement.chosen.push_back(option_of(
                plan, question, {index, static_cast<std::size_t>(schedule.mode[at]), question.open.estimate}));
        if (!before) continue;
        improvement.moved += schedule.start[at] != question.before.start[at] ? 1 : 0;
        if (schedule.mode[at] != question.before.mode[at])
            improvement.modes.push_back({index, question.before.mode[at], schedule.mode[at],
                                         cost(schedule.mode[at]) - cost(question.before.mode[at])});
    }
    const auto start = [&](const plan::ChosenOption& each) {
        return improvement.after.activities[each.activity.at()].start;
    };
    std::ranges::stable_sort(improvement.chosen, {}, start);
    for (const plan::ChosenOption& each : improvement.chosen)
        for (const plan::SideCost& side : each.sides) add_to(improvement.sides, side.side, side.minor);
    std::ranges::sort(improvement.sides, {}, &plan::SideCost::side);
}

void list_criteria(const plan::Plan& plan, bool answered, Improvement& improvement) {
    for (std::size_t g = 0; g < plan.gates.size(); ++g) {
        const auto gate = base::index_of<plan::GateIndex>(g);
        const bool asked = std::ranges::find(improvement.gates, gate) != improvement.gates.end();
        for (std::size_t i = 0; i < plan.gates[g].criteria.size(); ++i) {
            const plan::Criterion& source = plan.gates[g].criteria[i];
            const plan::CriterionOutcome open{source.indicator.value, source.comparison, source.value, {}, false};
            plan::ImprovedCriterion each{gate, open, open, asked};
            const auto& before = improvement.before.gates;
            if (g < before.size() && i < before[g].criteria.size()) each.before = before[g].criteria[i];
            if (answered) each.after = improvement.after.gates[g].criteria[i];
            improvement.criteria.push_back(each);
        }
    }
}

}  // namespace

std::optional<ChosenPlan> chosen_plan(const plan::Plan& plan, const compile::CompileOptions& how,
                                      const OutcomeQuestion& question, const Schedule& schedule) {
    compile::CompileOptions options = how;
    for (std::int32_t i = 0; i < question.open.problem.size(); ++i)
        if (chosen_freely(question, schedule, i))
            options.also_chosen.push_back(question.open.activities[static_cast<std::size_t>(i)]);
    auto compiled = compile::compile_plan(plan, options).compiled;
    if (!compiled) return std::nullopt;
    Schedule moved = moved_to(question, schedule, *compiled);
    return ChosenPlan{*std::move(compiled), std::move(moved)};
}

plan::Timetable dates_of(const plan::Plan& plan, const compile::CompileOptions& how, const OutcomeQuestion& question,
                         const Schedule& schedule) {
    const auto chosen = chosen_plan(plan, how, question, schedule);
    if (!chosen) return {};
    const problem::Problem& problem = chosen->compiled.problem;
    compile::Answered answered;
    answered.schedule = chosen->schedule;
    answered.breaches = problem::check(problem, answered.schedule);
    answered.status = answered.breaches.empty() ? plan::AnswerStatus::feasible : plan::AnswerStatus::violated;
    answered.objective = problem::objective_values(problem, answered.schedule);
    answered.bound.resize(answered.objective.size());
    plan::Timetable timetable = compile::timetable_of(plan, chosen->compiled, answered);
    timetable.estimate = chosen->compiled.estimate;
    const auto trajectories = forecast::trajectories_of(plan, timetable);
    return forecast::with_gate_criteria(plan, std::move(timetable), trajectories);
}

std::int64_t planned_cost(const OutcomeQuestion& question, const Schedule& schedule) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < schedule.mode.size(); ++i)
        if (schedule.mode[i] >= 0)
            total += question.data.activities[i].modes[static_cast<std::size_t>(schedule.mode[i])].cost;
    return total;
}

std::int64_t cost_before(const OutcomeQuestion& question) { return planned_cost(question, question.before); }

void describe(const plan::Plan& plan, const OutcomeQuestion& question, const std::optional<Schedule>& schedule,
              Improvement& improvement) {
    list_criteria(plan, schedule.has_value(), improvement);
    if (!schedule) return;
    list_choice(plan, question, *schedule, improvement);
    improvement.added_minor = planned_cost(question, *schedule) - cost_before(question);
}

}  // namespace masar::app
