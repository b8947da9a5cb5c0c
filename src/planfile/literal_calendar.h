#pragma once
// Recurring days (07-04, 06-01..11-30, third monday of january, hijri 10-01 and 09), weekdays and months.
#include "calendar/recurrence.h"
#include "planfile/literal.h"

namespace masar::planfile {

[[nodiscard]] Parsed<calendar::Rule> parse_every(std::string_view text);
[[nodiscard]] Parsed<calendar::Rule> parse_hijri_rule(std::string_view text);
/// 0 = Sunday, as std::chrono::weekday counts; "fri" or "friday".
[[nodiscard]] Parsed<unsigned> parse_weekday(std::string_view text);
/// 1..12; "october".
[[nodiscard]] Parsed<unsigned> parse_month(std::string_view text);

}  // namespace masar::planfile
