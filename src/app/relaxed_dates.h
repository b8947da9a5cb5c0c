#pragma once
// Earliest and latest dates as windows, links and calendars leave them; capacities and money are not looked at.
#include "problem/passes.h"

namespace masar::app {

/// Every activity that must take place, in its shortest mode.
[[nodiscard]] problem::Passes relaxed_dates(const problem::Problem& problem);

}  // namespace masar::app
