#include "problem/schedule.h"

#include <algorithm>
#include <cstdlib>

namespace masar::problem {
namespace {

const Mode& mode_of(const Problem& problem, const Schedule& schedule, std::int32_t activity) {
    const auto mode = schedule.mode[static_cast<std::size_t>(activity)];
    return problem.activity(activity).modes[static_cast<std::size_t>(mode)];
}

std::int64_t gate_lateness(const Problem& problem, const Schedule& schedule) {
    std::int64_t total = 0;
    for (const Gate& gate : problem.data().gates) {
        Day last = 0;
        for (const auto activity : gate.requires_done) {
            if (schedule.chosen(activity)) last = std::max(last, end_of(problem, schedule, activity));
        }
        total += gate.weight * std::max(0, last - gate.due_end);
    }
    return total;
}

std::int64_t chosen_value(const Problem& problem, const Schedule& schedule) {
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        if (problem.activity(i).optional && schedule.chosen(i)) total += problem.activity(i).value;
    }
    return total;
}

std::int64_t total_cost(const Problem& problem, const Schedule& schedule) {
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        if (schedule.chosen(i)) total += mode_of(problem, schedule, i).cost;
    }
    return total;
}

std::int64_t moved(const Problem& problem, const Schedule& schedule) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < problem.data().baseline.size(); ++i) {
        const Day before = problem.data().baseline[i];
        const bool chosen = schedule.chosen(static_cast<std::int32_t>(i));
        if (before != not_in_baseline && (!chosen || schedule.start[i] != before)) ++count;
    }
    return count;
}

std::int64_t shift(const Problem& problem, const Schedule& schedule) {
    std::int64_t days = 0;
    for (std::size_t i = 0; i < problem.data().baseline.size(); ++i) {
        const Day before = problem.data().baseline[i];
        if (before != not_in_baseline && schedule.chosen(static_cast<std::int32_t>(i)))
            days += std::abs(schedule.start[i] - before);
    }
    return days;
}

std::int64_t wishes_given_up(const Problem& problem, const Schedule& schedule) {
    std::int64_t total = 0;
    for (const Wish& wish : problem.data().wishes)
        if (given_up(problem, schedule, wish)) total += wish.weight;
    return total;
}

}  // namespace

Day end_of(const Problem& problem, const Schedule& schedule, std::int32_t activity) {
    const auto fixed = problem.activity(activity).fixed;
    if (fixed >= 0) return problem.data().fixed_activities[static_cast<std::size_t>(fixed)].end;
    const Day start = schedule.start[static_cast<std::size_t>(activity)];
    return problem.calendar_of(activity).end_of(start, mode_of(problem, schedule, activity).duration);
}

Day makespan(const Problem& problem, const Schedule& schedule) {
    Day last = 0;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        if (schedule.chosen(i)) last = std::max(last, end_of(problem, schedule, i));
    }
    return last;
}

bool given_up(const Problem& problem, const Schedule& schedule, const Wish& wish) {
    if (!schedule.chosen(wish.activity)) return false;
    if (wish.mode >= 0 && schedule.mode[static_cast<std::size_t>(wish.activity)] != wish.mode) return false;
    if (wish.unwanted < 0) return true;
    const Day start = schedule.start[static_cast<std::size_t>(wish.activity)];
    const Day end = std::max(end_of(problem, schedule, wish.activity), start + 1);
    return std::ranges::any_of(problem.data().forbidden_sets[static_cast<std::size_t>(wish.unwanted)],
                               [&](const Interval& each) { return each.from < end && start < each.to; });
}

std::vector<std::int64_t> objective_values(const Problem& problem, const Schedule& schedule) {
    std::vector<std::int64_t> values;
    for (const Objective objective : problem.data().objectives) {
        switch (objective) {
            case Objective::gate_lateness: values.push_back(gate_lateness(problem, schedule)); break;
            case Objective::makespan: values.push_back(makespan(problem, schedule)); break;
            case Objective::option_value: values.push_back(-chosen_value(problem, schedule)); break;
            case Objective::cost: values.push_back(total_cost(problem, schedule)); break;
            case Objective::moved: values.push_back(moved(problem, schedule)); break;
            case Objective::shift: values.push_back(shift(problem, schedule)); break;
            case Objective::wishes: values.push_back(wishes_given_up(problem, schedule)); break;
        }
    }
    return values;
}

}  // namespace masar::problem
