#pragma once
// The roadmap: every activity with its dates, what holds it there, and what is broken.
#include "report/views/view_source.h"

#include <string>

namespace masar::report {

/// {reader, dates, status, end, proven, activities[{id, name, line, phase, type, lead, side, start, finish, start_hijri, finish_hijri, days,
/// points[3], float, critical, earliest_start, window{first, last}, optional, chosen, status, remaining, after[{id, type, min, max}],
/// avoid[], needs[{id, units}], cost{likely, low, high, currency}, shares[{fund, side, minor, currency}], effects[{id, change}], place,
/// baseline_start, baseline_finish, why{en, ar}, holds[{kind, section, id}]}], violations[{kind, what, other, year, when, amount, currency,
/// periods[], sentence{en, ar}}]}. Lags are written as in the plan file; money is in minor units.
[[nodiscard]] std::string roadmap_view(const ViewSource& source);

}  // namespace masar::report
