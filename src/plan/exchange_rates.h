#pragma once
// Money from one currency into another by the plan's dated rates.
#include "plan/plan.h"

#include <optional>

namespace masar::plan {

/// By the rate in force on the plan's first day (the newest with first day on or before it, else the oldest), rounded half to
/// even; backwards when only the opposite rate is stated. Nothing when there is none.
[[nodiscard]] std::optional<base::Money> exchanged(const Plan& plan, base::Money money, base::Currency to);

}  // namespace masar::plan
