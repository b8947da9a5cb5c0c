#pragma once
// Outcomes: the expected value of one indicator over time, its yearly targets as steps and the gates' tests as diamonds.
#include "report/page_context.h"

namespace masar::report {

[[nodiscard]] std::string indicator_chart(const PageContext& page, const IndicatorSeries& series);

}  // namespace masar::report
