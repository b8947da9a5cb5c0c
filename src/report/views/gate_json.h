#pragma once
// Gates as the overview and a tried change show them.
#include "forecast/trajectory.h"
#include "report/views/view_source.h"

#include <span>
#include <string>

namespace masar::report {

/// On the expected values: everything it requires is done by the due date and all criteria hold.
[[nodiscard]] bool passes(const plan::GateOutcome& gate);

/// The list alone: [{id, name, phase, due, due_hijri, date, late_days, p50, p80, on_time, pass, passes, requires, criteria[{indicator, name, comparison, wanted,
/// value, met, peak{value, on}, trough{value, on}, last_event{id, name, on}, odds}]}]. Chances are from 0 to 1 and null without a forecast;
/// peak, trough and last event are those since the gate before. `requires` counts the activities. `source` must have dates;
/// trajectories are by IndicatorIndex.
void write_gates(base::JsonWriter& json, const ViewSource& source, std::span<const forecast::Trajectory> trajectories);

/// The list as a text; of a plan without dates an empty one.
[[nodiscard]] std::string gates_view(const ViewSource& source);

}  // namespace masar::report
