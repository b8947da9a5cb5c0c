#include "calendar/recurrence.h"

#include "calendar/hijri.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>
#include <utility>

namespace masar::calendar {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

using Derived = std::optional<DatePeriod>;

struct Years {
    int first = 0;
    int last = -1;
};

/// The period of `length` days that begins on `day`; nothing when the day is nothing.
Derived from(std::optional<Date> day, int length) {
    if (!day) return std::nullopt;
    return DatePeriod{*day, *day + days(std::max(length, 1) - 1)};
}

year_month_day in_year(MonthDay day, int year) {
    return {std::chrono::year(year), std::chrono::month(day.month), std::chrono::day(day.day)};
}

/// A season holds the days between its ends, so an end of 29 February gives way to the day inside it in common years.
Date season_first(MonthDay day, int year) {
    const year_month_day date = in_year(day, year);
    return date.ok() ? Date(date) : date_of(year, day.month + 1, 1);
}
Date season_last(MonthDay day, int year) {
    const year_month_day date = in_year(day, year);
    return date.ok() ? Date(date) : date_of(year, day.month + 1, 1) - days(1);
}

Derived derive(const EveryYear& rule, int year, int length) {
    if (rule.first == rule.last) {
        const year_month_day day = in_year(rule.first, year);
        return from(day.ok() ? std::optional<Date>(day) : std::nullopt, length);
    }
    const bool over_year_end = std::pair(rule.last.month, rule.last.day) < std::pair(rule.first.month, rule.first.day);
    return DatePeriod{season_first(rule.first, year), season_last(rule.last, over_year_end ? year + 1 : year)};
}

Derived derive(const NthWeekday& rule, int year, int length) {
    const auto month = std::chrono::year(year) / std::chrono::month(rule.month);
    if (rule.nth == -1) return from(Date(month / rule.weekday[std::chrono::last]), length);
    if (rule.nth < 1 || rule.nth > 5) return std::nullopt;
    const auto day = month / rule.weekday[static_cast<unsigned>(rule.nth)];
    return from(day.ok() ? std::optional<Date>(day) : std::nullopt, length);
}

Derived derive(const HijriDay& rule, int year, int length) {
    return from(to_gregorian({year, rule.month, rule.day}), length);
}

Derived derive(const HijriMonth& rule, int year, int /*length*/) {
    const auto first = to_gregorian({year, rule.month, 1});
    return first ? from(first, hijri_month_length(year, rule.month)) : std::nullopt;
}

Derived derive(const OnlyListed& /*rule*/, int /*year*/, int /*length*/) { return std::nullopt; }

DatePeriod as_observed(DatePeriod days_off, Observed observed) {
    if (observed == Observed::as_is) return days_off;
    const auto weekday = weekday_of(days_off.first);
    const int by = weekday == std::chrono::Saturday ? -1 : weekday == std::chrono::Sunday ? 1 : 0;
    return {days_off.first + days(by), days_off.last + days(by)};
}

bool is_hijri(const Rule& rule) {
    return std::holds_alternative<HijriDay>(rule) || std::holds_alternative<HijriMonth>(rule);
}

/// Years of the rule's calendar that may touch the period: a year too many on both sides costs nothing.
Years years_of(const Rule& rule, DatePeriod period) {
    if (std::holds_alternative<OnlyListed>(rule)) return {};
    if (!is_hijri(rule)) return {year_of(period.first) - 1, year_of(period.last) + 1};
    const Date table_first = *to_gregorian({first_hijri_year, 1, 1});
    const Date table_last = *to_gregorian({last_hijri_year, 12, hijri_month_length(last_hijri_year, 12)});
    return {to_hijri(std::clamp(period.first, table_first, table_last))->year - 1,
            to_hijri(std::clamp(period.last, table_first, table_last))->year + 1};
}

/// Whatever can end up in the range: observed days move by one, estimated ones by the shift, long ones reach in from outside.
DatePeriod widened(const Recurrence& recurrence, const OccurrenceOptions& options) {
    const days reach(1 + std::abs(options.islamic_shift_days));
    return {options.range.first - reach - days(std::max(recurrence.length, 1)), options.range.last + reach};
}

void append_derived(const Recurrence& recurrence, const Years& years, std::vector<Occurrence>& found) {
    std::vector<int> overridden;
    for (const ListedDays& listed : recurrence.listed) overridden.push_back(listed.year);
    std::ranges::sort(overridden);
    for (int year = years.first; year <= years.last; ++year) {
        if (std::ranges::binary_search(overridden, year)) continue;
        const Derived derived =
            std::visit([&](const auto& rule) { return derive(rule, year, recurrence.length); }, recurrence.rule);
        if (derived) found.push_back({year, as_observed(*derived, recurrence.observed), recurrence.status, false});
    }
}

}  // namespace

std::vector<Occurrence> occurrences(const Recurrence& recurrence, const OccurrenceOptions& options) {
    std::vector<Occurrence> found;
    if (options.range.last < options.range.first) return found;
    append_derived(recurrence, years_of(recurrence.rule, widened(recurrence, options)), found);
    for (const ListedDays& listed : recurrence.listed) found.push_back({listed.year, listed.days, listed.status, true});

    if (is_hijri(recurrence.rule) || recurrence.movable)
        for (Occurrence& each : found)
            if (each.status == DateStatus::estimated) {
                each.days.first += days(options.islamic_shift_days);
                each.days.last += days(options.islamic_shift_days);
            }
    std::erase_if(found, [&](const Occurrence& each) {
        return each.days.last < options.range.first || options.range.last < each.days.first;
    });
    std::ranges::stable_sort(found, {}, &Occurrence::days);
    return found;
}

}  // namespace masar::calendar
