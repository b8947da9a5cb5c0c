#pragma once
// Which fields the records of activities lack, side by side.
#include "report/views/records_view.h"

namespace masar::app {

/// By the side of the lead, in the order of the plan; activities without a known lead last. Cancelled activities and options not chosen are
/// left out, and so are fields that were not released to this copy: nobody can say whether they are filled.
[[nodiscard]] std::vector<report::CompleteRecords> record_gaps(const plan::Plan& plan);

}  // namespace masar::app
