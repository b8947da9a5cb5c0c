#pragma once
// Money: what each side spends in each of its own fiscal years, against its ceiling. Each year is drawn where it really lies.
#include "report/page_context.h"

namespace masar::report {

/// One drawing for one side's total; empty when nothing is charged to it.
[[nodiscard]] std::string budget_chart(const PageContext& page, plan::SideIndex side);
/// Rows of `spending` of one side's total, by year.
[[nodiscard]] std::vector<const plan::Spending*> side_totals(const plan::Timetable& timetable, plan::SideIndex side);

}  // namespace masar::report
