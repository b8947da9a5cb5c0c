#pragma once
// How far an outcome goal (problem.h) is reached. The checker has its own.
#include "problem/schedule.h"

#include <algorithm>

namespace masar::problem {

/// What the term gives when the activity stands so.
[[nodiscard]] inline std::int64_t amount_on(const OutcomeGoal::Term& term, Day start, Day end) {
    const Day day = term.anchor == Anchor::start ? start : std::max(start, end - 1);
    const auto after = std::ranges::upper_bound(term.steps, day, {}, &OutcomeGoal::Step::from);
    return after == term.steps.begin() ? 0 : std::prev(after)->amount;
}

/// constant + the amounts of the activities chosen.
[[nodiscard]] inline std::int64_t reached(const Problem& problem, const OutcomeGoal& goal, const Schedule& schedule) {
    std::int64_t sum = goal.constant;
    for (const OutcomeGoal::Term& term : goal.terms)
        if (schedule.chosen(term.activity))
            sum += amount_on(term, schedule.start[static_cast<std::size_t>(term.activity)],
                             end_of(problem, schedule, term.activity));
    return sum;
}

}  // namespace masar::problem
