#pragma once
// Outcomes: indicators year by year with fans and observations, and what each activity is worth at the gates.
#include "report/views/view_source.h"

#include <string>

namespace masar::report {

/// {reader, dates, indicators (indicator_json.h, one for each of `details`), details[{id, measure, floor, half_life_months, attrition, years[{year,
/// label, end, peak, peak_on, trough, trough_on, target, met}], fan[{year, on, low, middle, high, target, met}], observations[{on, value,
/// state, source}], effects[{activity, name, on, change}]}], worth[{activity, name, finish, gates[{gate, indicator, change, with, without,
/// wanted, met, met_without}]}]}. Worth: what a gate's criterion would lose if the activity had no effect, everything else being as it is;
/// most first. It is told of what finishes by the gate's due date.
[[nodiscard]] std::string outcomes_view(const ViewSource& source);

}  // namespace masar::report
