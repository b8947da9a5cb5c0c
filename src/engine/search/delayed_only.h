#pragma once
// The repair that planners make by hand: what cannot stay where the baseline has it goes later, nothing goes earlier.
#include "problem/problem.h"

namespace masar::engine {

/// The same problem in which no activity may start before its start in the baseline: its schedules are some of the problem's own.
[[nodiscard]] problem::ProblemData delayed_only(const problem::Problem& problem);

}  // namespace masar::engine
