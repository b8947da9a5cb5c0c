#pragma once
// A plan with a repair made, as if someone had edited its text.
#include "plan/explanation.h"

namespace masar::plan {

/// A repair of kind move_asked changes no plan.
[[nodiscard]] Plan with_repair(Plan plan, const Repair& repair);

}  // namespace masar::plan
