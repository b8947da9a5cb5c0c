#pragma once
// Risks: the register, the matrix, and what drives the end.
#include "report/views/view_source.h"

#include <string>

namespace masar::report {

/// {reader, dates, risks[{id, name, probability, likelihood, severity, level, owner, touches[], effect{factor[3], days[3], elapsed, cost{low,
/// likely, high, currency}}, season, fund, mitigation{probability, effect, costs{minor, currency}, fund, on, planned}}], matrix[{severity,
/// cells[{likelihood, level, risks[]}]}], end{planned, by_planned, p50, p80, mean_delay_days, spread_days}, tornado[{kind, id, name, low, high,
/// error}], drives[{activity, name, criticality, cruciality, sensitivity}], samples}. `probability` is null for a risk that is rated in
/// words; days of the tornado count from the planned end.
[[nodiscard]] std::string risks_view(const ViewSource& source);

}  // namespace masar::report
