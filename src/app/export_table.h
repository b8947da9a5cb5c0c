#pragma once
// The activities of a plan as a table that can be edited and imported again: only cells that were changed then change the plan.
#include "base/doors.h"
#include "base/result.h"
#include "exchange/csv.h"
#include "exchange/xlsx.h"
#include "planfile/plan_text.h"

#include <string>
#include <string_view>

namespace masar::app {

/// A row an activity, a column each field of exchange::activity_columns() that any of them states; with no activities, the columns of
/// a template. What a cell cannot say (several windows, modes) is left empty, and an empty cell changes nothing.
[[nodiscard]] exchange::SheetLook activity_table(const planfile::PlanText& plan, base::Language language);

/// An empty table with headings, an example row, and a second sheet that says what each column means.
[[nodiscard]] std::vector<exchange::SheetLook> template_workbook(base::Language language);

/// Of a plan on disk: an Excel workbook, or CSV where `path` ends in .csv.
[[nodiscard]] base::Result<std::string> export_file(const base::FileDoor& files, std::string_view plan,
                                                    std::string_view path, base::Language language);

}  // namespace masar::app
