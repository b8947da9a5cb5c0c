#pragma once
// The answer first: whether the plan is on track, in a sentence written from its dates, and the one thing behind it.
#include "forecast/trajectory.h"
#include "plan/forecast.h"
#include "plan/timetable.h"

#include <span>

namespace masar::report {

/// "Not yet on track: every date holds, but 2 of 4 gates would fail on Mean proficiency".
[[nodiscard]] base::Text finding(const plan::Plan& plan, const plan::Timetable& dates);
/// What the first failing gate asks for and what there will be; else what is broken, or how it stands. Trajectories by IndicatorIndex.
[[nodiscard]] base::Text finding_detail(const plan::Plan& plan, const plan::Timetable& dates,
                                        std::span<const forecast::Trajectory> trajectories);

}  // namespace masar::report
