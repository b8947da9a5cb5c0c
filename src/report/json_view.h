#pragma once
// The JSON of `show`: the same facts as its tables, one key per view.
#include "report/text_schedule.h"

#include <string>

namespace masar::report {

/// {"status", "critical": […], "load": […], "year_load": […], "budgets": […], "gates": […], "notices": […],
/// "outcomes": […], "worth": […], "shown_to"}; one view gives its keys only.
[[nodiscard]] std::string view_json(View view, const ShownTables& source);

}  // namespace masar::report
