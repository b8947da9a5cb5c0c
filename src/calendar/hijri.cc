#include "calendar/hijri.h"

#include "calendar/umm_al_qura_table.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace masar::calendar {
namespace {

using umm_al_qura::long_months;

constexpr int year_count = static_cast<int>(long_months.size());
static_assert(year_count == last_hijri_year - first_hijri_year + 1);

constexpr int length_in(std::uint16_t mask, int month) { return 29 + (mask >> (month - 1) & 1); }

/// First day of each year, and the day after the last one.
constexpr auto year_starts = [] {
    std::array<std::int32_t, year_count + 1> starts{};
    starts[0] = umm_al_qura::first_day;
    for (std::size_t i = 0; i < long_months.size(); ++i) {
        starts[i + 1] = starts[i];
        for (int month = 1; month <= 12; ++month) starts[i + 1] += length_in(long_months[i], month);
    }
    return starts;
}();

bool in_table(int year, int month) {
    return first_hijri_year <= year && year <= last_hijri_year && 1 <= month && month <= 12;
}

/// Two or four digits at `at`; -1 when there is anything else.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

int hijri_month_length(int year, int month) {
    return in_table(year, month) ? length_in(long_months[static_cast<std::size_t>(year - first_hijri_year)], month) : 0;
}

std::optional<HijriDate> to_hijri(Date day) {
    const auto number = day.time_since_epoch().count();
    if (number < year_starts.front() || number >= year_starts.back()) return std::nullopt;
    const auto after = std::ranges::upper_bound(year_starts, number);
    const int year = first_hijri_year + static_cast<int>(after - year_starts.begin()) - 1;
    int rest = static_cast<int>(number) - *(after - 1);
    int month = 1;
    while (rest >= hijri_month_length(year, month)) rest -= hijri_month_length(year, month++);
    return HijriDate{year, month, rest + 1};
}

std::optional<Date> to_gregorian(HijriDate day) {
    if (day.day < 1 || day.day > hijri_month_length(day.year, day.month)) return std::nullopt;
    std::int32_t number = year_starts[static_cast<std::size_t>(day.year - first_hijri_year)];
    for (int month = 1; month < day.month; ++month) number += hijri_month_length(day.year, month);
    return Date(std::chrono::days(number + day.day - 1));
}

std::optional<HijriDate> parse_hijri(std::string_view text) {
    if (text.size() != 11 || text[4] != '-' || text[7] != '-' || text[10] != 'H') return std::nullopt;
    const HijriDate day{number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
    const bool plausible = day.year >= 0 && 1 <= day.month && day.month <= 12 && 1 <= day.day && day.day <= 30;
    return plausible ? std::optional(day) : std::nullopt;
}

std::string to_text(HijriDate day) {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dH", day.year, day.month, day.day);
    return buffer.data();
}

}  // namespace masar::calendar
