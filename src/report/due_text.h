#pragma once
// What falls due, in a terminal.
#include "report/views/due_view.h"

#include <string>

namespace masar::report {

struct DueSpan {
    calendar::Date today;
    int days = 30;
};
/// What is late first, then by day.
[[nodiscard]] std::string due_text(const std::vector<DueItem>& items, const DueSpan& span, base::Language language);

}  // namespace masar::report
