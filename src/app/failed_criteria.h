#pragma once
// Which criteria of gates fail under a schedule, by how much, and which options not taken would close the gap.
#include "plan/explanation.h"
#include "plan/timetable.h"

namespace masar::app {

/// Of one gate, or of all when `gate` is unknown. The timetable's gates have their criteria filled.
[[nodiscard]] std::vector<plan::FailedCriterion> failed_criteria(const plan::Plan& plan,
                                                                 const plan::Timetable& timetable,
                                                                 plan::GateIndex gate);

}  // namespace masar::app
