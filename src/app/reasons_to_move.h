#pragma once
// Why an activity is not where it was: put back to its old date, it would break these statements of the plan.
#include "app/freeze_past.h"
#include "plan/replanning.h"
#include "problem/schedule.h"

namespace masar::app {

/// What moved against the baseline in this schedule, which holds; by new start, those left out last.
[[nodiscard]] std::vector<plan::Move> moves_of(const FrozenPlan& frozen, const problem::Schedule& schedule);

}  // namespace masar::app
