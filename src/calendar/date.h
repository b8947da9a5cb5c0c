#pragma once
// Civil dates (proleptic Gregorian, whole days) and inclusive periods. Time of day does not exist here.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace masar::calendar {

using Date = std::chrono::sys_days;

/// Both ends belong to the period: that is how people write "2027-06-01..2027-11-30".
struct DatePeriod {
    Date first;
    Date last;

    [[nodiscard]] bool contains(Date day) const { return first <= day && day <= last; }
    auto operator<=>(const DatePeriod&) const = default;
};

/// The day must exist.
[[nodiscard]] Date date_of(int year, unsigned month, unsigned day);
/// "2028-02-29" only in this form and only when the day exists: 2028-02-30 is nothing, not 1 March.
[[nodiscard]] std::optional<Date> parse_iso(std::string_view text);
[[nodiscard]] std::string to_iso(Date day);
[[nodiscard]] std::chrono::weekday weekday_of(Date day);
[[nodiscard]] int year_of(Date day);

}  // namespace masar::calendar
