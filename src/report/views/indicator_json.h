#pragma once
// Indicators against their targets and the gates that test them.
#include "forecast/trajectory.h"
#include "report/views/view_source.h"

#include <span>

namespace masar::report {

/// How an indicator stands: `fails` a gate on expected values; is at `risk` where a target is missed, a gate has no margin, or more
/// likely than not a gate or the last target is missed; else `met`; `none` without a value.
enum class IndicatorState : std::uint8_t { met, risk, fails, none };

/// [{id, name, unit, kind, better, baseline, value, target, series[[date, value]], targets[{year, value, date}], tests[{gate, date,
/// wanted, comparison, met}], state, p10[[date, v]], p50[[date, v]], p90[[date, v]]}]: `value` and `target` at the last target's date,
/// else on the last day shown; fans on the last days of fiscal years.
void write_indicators(base::JsonWriter& json, const ViewSource& source,
                      std::span<const forecast::Trajectory> trajectories);

}  // namespace masar::report
