#pragma once
// The earliest timetable: forward pass over links, calendars, windows, periods to avoid and notice clocks. Pools and ceilings are
// ignored; what they would have said is reported as violations afterwards.
#include "compile/compiled_plan.h"
#include "problem/schedule.h"

namespace masar::compile {

/// Every activity at its earliest start in its first mode; where a choice group demands options, its first ones. An activity
/// for which no day fits stands on the last working day of the horizon, where the checker finds it.
[[nodiscard]] problem::Schedule earliest_schedule(const CompiledPlan& compiled);

}  // namespace masar::compile
