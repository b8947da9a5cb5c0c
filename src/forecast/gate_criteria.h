#pragma once
// Whether the gates' criteria hold on their due dates: fills what compile leaves open in a timetable.
#include "forecast/trajectory.h"

#include <span>

namespace masar::forecast {

/// The timetable with GateOutcome::criteria filled from the trajectories (by IndicatorIndex). A criterion whose indicator has no
/// value on the due date is not met.
[[nodiscard]] plan::Timetable with_gate_criteria(const plan::Plan& plan, plan::Timetable timetable,
                                                 std::span<const Trajectory> trajectories);

}  // namespace masar::forecast
