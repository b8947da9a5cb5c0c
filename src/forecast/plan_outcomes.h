#pragma once
// What the dates of a timetable bring, on expected values.
#include "forecast/trajectory.h"
#include "plan/outcomes.h"

namespace masar::forecast {

/// Years of every indicator, and what each chosen activity is worth: its effects are taken away, everything else stays on its day.
/// O(effects²) within each indicator at worst. The timetable's gates have their criteria filled.
[[nodiscard]] plan::Outcomes outcomes_of(const plan::Plan& plan, const plan::Timetable& timetable);

}  // namespace masar::forecast
