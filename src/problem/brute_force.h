#pragma once
// Exhaustive search: the truth about tiny problems (up to six or seven activities, a finite horizon), for tests. It knows only
// the checker and the objectives.
#include "problem/schedule.h"

#include <optional>

namespace masar::problem {

struct ExhaustiveAnswer {
    bool complete = true;          ///< false: `most_nodes` were looked at before the end
    std::optional<Schedule> best;  ///< first in the order of search among the best; none and complete = infeasible
    std::vector<std::int64_t> objective;  ///< of best
    std::int64_t nodes = 0;               ///< partial schedules looked at
};

/// Lexicographically smallest objective_values over all schedules that check() finds nothing wrong with.
[[nodiscard]] ExhaustiveAnswer search_all(const Problem& problem, std::int64_t most_nodes = 20'000'000);

}  // namespace masar::problem
