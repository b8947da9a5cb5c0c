#pragma once
// Days that come back: holidays, Ramadan, seasons. Derived from a rule; a listed date overrides the rule for its year, because
// Islamic dates are estimates until announced. Years are counted in the rule's own calendar: 2030 holds two Ramadans.
#include "calendar/date.h"

#include <string>
#include <variant>
#include <vector>

namespace masar::calendar {

enum class DateStatus : unsigned char { fixed, estimated, announced, observed };

struct MonthDay {
    unsigned month = 1;
    unsigned day = 1;
    bool operator==(const MonthDay&) const = default;
};
/// "every 12-02", or with another last day a season: "every 06-01..11-30" (may run over the year's end). A single 29 February
/// is left out in common years; a season holds the days between its ends in every year.
struct EveryYear {
    MonthDay first;
    MonthDay last;
};
/// "third monday of january"; nth 1..5, -1 = last. A fifth is left out in years that have none.
struct NthWeekday {
    int nth = 1;
    std::chrono::weekday weekday;
    unsigned month = 1;
};
/// "hijri 10-01": a day of each Hijri year; left out in years in which it does not exist (a 30th).
struct HijriDay {
    int month = 1;
    int day = 1;
};
/// "hijri 09": the whole month.
struct HijriMonth {
    int month = 1;
};
/// Only what is listed.
struct OnlyListed {};

using Rule = std::variant<OnlyListed, EveryYear, NthWeekday, HijriDay, HijriMonth>;

/// What the plan lists for one year of the rule's calendar; replaces what the rule gives for it.
struct ListedDays {
    /// Hijri year for Hijri rules; for the others the Gregorian year of the first day as the rule gives it, before it is moved
    /// to where it is observed; 0 under OnlyListed.
    int year = 0;
    DatePeriod days;
    DateStatus status = DateStatus::estimated;
    std::string source;
};

enum class Observed : unsigned char {
    as_is,            ///< stays where it falls (UAE)
    nearest_weekday,  ///< Saturday → Friday, Sunday → Monday (US federal: 5 USC 6103)
};

struct Recurrence {
    Rule rule;
    int length = 1;  ///< days, for HijriDay, EveryYear with first == last, NthWeekday
    Observed observed = Observed::as_is;
    DateStatus status = DateStatus::fixed;  ///< of what the rule derives
    /// The listed days follow the moon although no Hijri rule says so: --islamic-shift moves those that are estimated.
    bool movable = false;
    std::vector<ListedDays> listed;
};

struct Occurrence {
    int year = 0;
    DatePeriod days;
    DateStatus status = DateStatus::fixed;
    bool listed = false;
};

struct OccurrenceOptions {
    DatePeriod range;
    /// Moves estimated occurrences of Hijri rules and of movable recurrences, listed-as-estimated ones included; what is fixed,
    /// announced or observed stays.
    int islamic_shift_days = 0;
};

/// All occurrences that touch the range, by first day.
[[nodiscard]] std::vector<Occurrence> occurrences(const Recurrence& recurrence, const OccurrenceOptions& options);

}  // namespace masar::calendar
