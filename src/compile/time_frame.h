#pragma once
// The horizon, the calendars over it and the days of the periods to avoid.
#include "compile/compile_plan.h"

namespace masar::compile {

/// Day 0 is the plan's start. The horizon reaches past the last date that the plan names by the time that all its work would take
/// one after the other, at least 3 and at most 50 years, so that a late schedule still has dates.
[[nodiscard]] TimeFrame make_time_frame(const plan::Plan& plan, const CompileOptions& options);

/// The calendar as working time of the problem, from day 0.
[[nodiscard]] problem::WorkTime work_time_of(const calendar::WorkingCalendar& calendar, const DayCount& days);

}  // namespace masar::compile
