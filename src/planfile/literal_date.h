#pragma once
// Dates and periods: 2027-03-01, 1448-09-22H, 2027-03-01 = 1448-09-22H, 2027-06-01..2027-11-30.
#include "calendar/date.h"
#include "planfile/literal.h"

#include <optional>

namespace masar::planfile {

/// Years 1900–2200. A pair must be one day of the Umm al-Qura calendar.
[[nodiscard]] Parsed<calendar::Date> parse_date(std::string_view text);
[[nodiscard]] Parsed<calendar::DatePeriod> parse_period(std::string_view text);
/// A date is a period of one day.
[[nodiscard]] Parsed<calendar::DatePeriod> parse_days(std::string_view text);

struct OpenPeriod {
    std::optional<calendar::Date> first, last;  ///< one of them is there
};
[[nodiscard]] Parsed<OpenPeriod> parse_open_period(std::string_view text);

}  // namespace masar::planfile
