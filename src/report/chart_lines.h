#pragma once
// The whole roadmap in a few rows: one a line of effort, its activities laid over each other, so that it is darker where more is done.
#include "report/page_context.h"

namespace masar::report {

/// Empty without any chosen activity.
[[nodiscard]] std::string lines_chart(const PageContext& page);

}  // namespace masar::report
