#include "engine/search/candidate.h"

#include "problem/outcome_goal.h"

#include <algorithm>
#include <cstdlib>

namespace masar::engine {
namespace {

using problem::Objective;

std::int64_t gate_lateness(const Instance& instance, const Candidate& candidate) {
    std::int64_t total = 0;
    for (const auto& gate : instance.problem().data().gates) {
        Day late = 0;
        for (const std::int32_t activity : gate.requires_done) {
            if (candidate.mode[activity] < 0) continue;
            late = std::max(late, candidate.end[activity] - gate.due_end);
        }
        total += gate.weight * late;
    }
    return total;
}

std::int64_t makespan(const Instance& instance, const Candidate& candidate) {
    Day last = 0;
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        if (candidate.mode[activity] >= 0) last = std::max(last, candidate.end[activity]);
    }
    return last;
}

/// Minus the value of the options chosen.
std::int64_t value_forgone(const Instance& instance, const Candidate& candidate) {
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < instance.size(); ++i) {
        const auto& activity = instance.problem().activity(i);
        if (activity.optional && candidate.mode[i] >= 0) total -= activity.value;
    }
    return total;
}

std::int64_t total_cost(const Instance& instance, const Candidate& candidate) {
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < instance.size(); ++i) {
        if (candidate.mode[i] >= 0) total += instance.problem().activity(i).modes[candidate.mode[i]].cost;
    }
    return total;
}

std::int64_t moved(const Instance& instance, const Candidate& candidate) {
    const auto& baseline = instance.problem().data().baseline;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        if (baseline[i] == problem::not_in_baseline) continue;
        count += candidate.mode[i] < 0 || candidate.start[i] != baseline[i] ? 1 : 0;
    }
    return count;
}

std::int64_t shift(const Instance& instance, const Candidate& candidate) {
    const auto& baseline = instance.problem().data().baseline;
    std::int64_t days = 0;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        if (baseline[i] != problem::not_in_baseline && candidate.mode[i] >= 0)
            days += std::abs(candidate.start[i] - baseline[i]);
    }
    return days;
}

std::int64_t wishes_given_up(const Instance& instance, const Candidate& candidate) {
    if (instance.wishes().empty()) return 0;
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < instance.size(); ++i)
        if (candidate.mode[i] >= 0)
            total += instance.wishes().price(i, candidate.mode[i], {candidate.start[i], candidate.end[i]});
    return total;
}

std::int64_t value_of(Objective objective, const Instance& instance, const Candidate& candidate) {
    switch (objective) {
        case Objective::gate_lateness: return gate_lateness(instance, candidate);
        case Objective::makespan: return makespan(instance, candidate);
        case Objective::option_value: return value_forgone(instance, candidate);
        case Objective::cost: return total_cost(instance, candidate);
        case Objective::moved: return moved(instance, candidate);
        case Objective::shift: return shift(instance, candidate);
        case Objective::wishes: return wishes_given_up(instance, candidate);
    }
    return 0;
}

}  // namespace

void evaluate(const Instance& instance, Candidate& candidate) {
    const auto& objectives = instance.problem().data().objectives;
    for (std::size_t i = 0; i < std::min(objectives.size(), Cost::objectives); ++i) {
        candidate.cost.value[i] = value_of(objectives[i], instance, candidate);
    }
}

std::int64_t overspend(const Instance& instance, const std::vector<std::int32_t>& mode) {
    const auto& data = instance.problem().data();
    std::vector<std::int64_t> spent(data.budgets.size());
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        if (mode[activity] < 0) continue;
        for (const auto& expense : data.activities[activity].modes[mode[activity]].expenses) {
            spent[expense.budget] += expense.amount;
        }
    }
    std::int64_t total = 0;
    for (std::size_t budget = 0; budget < spent.size(); ++budget) {
        if (data.partitions[data.budgets[budget].partition].periods != 1) continue;
        const std::int64_t limit = data.budgets[budget].limits.front();
        if (spent[budget] <= limit) continue;
        const std::int64_t typical = instance.typical_expense(static_cast<std::int32_t>(budget));
        total += 1 + (spent[budget] - limit) * overshoot_per_expense / typical;
    }
    return total;
}

std::int64_t group_breaches(const Instance& instance, const std::vector<std::int32_t>& mode) {
    std::int64_t broken = 0;
    for (const auto& group : instance.problem().data().groups) {
        const auto chosen =
            std::ranges::count_if(group.members, [&](std::int32_t member) { return mode[member] >= 0; });
        switch (group.kind) {
            case problem::Group::Kind::exactly: broken += std::abs(chosen - group.count); break;
            case problem::Group::Kind::at_most: broken += std::max<std::int64_t>(0, chosen - group.count); break;
            case problem::Group::Kind::implies:
                if (mode[group.members.front()] >= 0)
                    broken += static_cast<std::int64_t>(group.members.size()) - chosen;
                break;
        }
    }
    return broken * overshoot_of_misfit;
}

std::int64_t goals_missed(const Instance& instance, const Candidate& candidate) {
    const auto& goals = instance.problem().data().goals;
    std::int64_t total = 0;
    for (std::size_t g = 0; g < goals.size(); ++g) {
        std::int64_t missing = goals[g].at_least - goals[g].constant;
        for (const auto& term : goals[g].terms)
            if (candidate.mode[term.activity] >= 0)
                missing -= problem::amount_on(term, candidate.start[term.activity], candidate.end[term.activity]);
        if (missing <= 0) continue;
        const double parts = static_cast<double>(missing) / static_cast<double>(instance.largest_gain(g));
        total += 1 + static_cast<std::int64_t>(std::min(parts * overshoot_per_expense, 1.0 * overshoot_of_misfit));
    }
    return total;
}

problem::Schedule schedule_of(const Candidate& candidate) { return {candidate.start, candidate.mode}; }

}  // namespace masar::engine
