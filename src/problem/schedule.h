#pragma once
// The shape of an answer: a start and a mode per activity.
#include "problem/problem.h"

#include <vector>

namespace masar::problem {

struct Schedule {
    static constexpr std::int32_t not_chosen = -1;

    std::vector<Day> start;          ///< per activity; meaningless when not chosen
    std::vector<std::int32_t> mode;  ///< position among the activity's modes; not_chosen for an option left out

    bool operator==(const Schedule&) const = default;
    [[nodiscard]] bool chosen(std::int32_t activity) const {
        return mode[static_cast<std::size_t>(activity)] != not_chosen;
    }
};

/// Exclusive end of a chosen activity (fixed ones keep their given end).
[[nodiscard]] Day end_of(const Problem& problem, const Schedule& schedule, std::int32_t activity);
/// Last exclusive end over all chosen activities; 0 when nothing is chosen.
[[nodiscard]] Day makespan(const Problem& problem, const Schedule& schedule);
/// Whether the schedule gives the wish up.
[[nodiscard]] bool given_up(const Problem& problem, const Schedule& schedule, const Wish& wish);
/// Values of problem.data().objectives, in that order; smaller is better (option_value is negated).
[[nodiscard]] std::vector<std::int64_t> objective_values(const Problem& problem, const Schedule& schedule);

}  // namespace masar::problem
