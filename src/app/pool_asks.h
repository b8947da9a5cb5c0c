#pragma once
// Who asks for a pool on a day: what its load is the sum of.
#include "app/load_plan.h"
#include "plan/pool_ask.h"
#include "plan/timetable.h"

#include <vector>

namespace masar::app {

/// By most units, then by id of the plan; empty on days on which nobody works. `loaded` must be compiled.
[[nodiscard]] std::vector<plan::PoolAsk> pool_asks(const LoadedPlan& loaded, const plan::Timetable& timetable,
                                                   plan::ResourceIndex resource, calendar::Date day);

}  // namespace masar::app
