#pragma once
// The roadmap as bars: one drawing per line of effort, so that paper breaks between lines and repeats the time axis.
#include "report/page_context.h"

namespace masar::report {

/// Empty when the line has no chosen activity.
[[nodiscard]] std::string gantt_of_line(const PageContext& page, plan::LineIndex line);
/// What the shapes and colours mean.
[[nodiscard]] std::string gantt_legend(const PageContext& page);

}  // namespace masar::report
