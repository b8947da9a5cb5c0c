#pragma once
// Repairs that planners make by hand: what cannot stay where the baseline has it goes later, and what can go back goes back.
#include "problem/schedule.h"

namespace masar::engine {

/// The same problem in which no activity may start before its start in the baseline: its schedules are some of the problem's own.
[[nodiscard]] problem::ProblemData delayed_only(const problem::Problem& problem);

/// Puts one activity after another back to its start in the baseline, or nearer to it, where the schedule then still holds and the
/// objectives become better, until nothing changes or so many schedules have been looked at. `schedule` holds.
[[nodiscard]] problem::Schedule sent_back(const problem::Problem& problem, problem::Schedule schedule,
                                          std::int64_t most_looked_at);

}  // namespace masar::engine
