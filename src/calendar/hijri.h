#pragma once
// The Umm al-Qura calendar of the Arabian Peninsula by its month table (1300–1600 AH), checked against ICU 72 in the tests.
// What it gives is an estimate: months are announced after sighting, and the plan may list what was announced.
#include "calendar/date.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace masar::calendar {

struct HijriDate {
    int year = 0;
    int month = 0;  ///< 1 = Muharram … 9 = Ramadan … 12 = Dhu al-Hijjah
    int day = 0;
    auto operator<=>(const HijriDate&) const = default;
};

constexpr int first_hijri_year = 1300;
constexpr int last_hijri_year = 1600;

/// Nothing outside the table.
[[nodiscard]] std::optional<HijriDate> to_hijri(Date day);
/// Nothing when the month or the day does not exist (a 30th in a month of 29 days).
[[nodiscard]] std::optional<Date> to_gregorian(HijriDate day);
/// 29 or 30; 0 outside the table.
[[nodiscard]] int hijri_month_length(int year, int month);
/// "1448-09-22H", by its form alone (month 1..12, day 1..30): to_gregorian says whether the day exists.
[[nodiscard]] std::optional<HijriDate> parse_hijri(std::string_view text);
[[nodiscard]] std::string to_text(HijriDate day);

}  // namespace masar::calendar
