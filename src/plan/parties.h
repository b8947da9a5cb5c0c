#pragma once
// Who takes part and under which working time, money year and vocabulary.
#include "base/money.h"
#include "calendar/fiscal_year.h"
#include "calendar/working_calendar.h"
#include "plan/record.h"

#include <array>
#include <optional>
#include <vector>

namespace masar::plan {

struct Side : Record {
    At<CalendarIndex> calendar;
    calendar::FiscalYear fiscal_year;
    base::Currency currency;
};

struct Organisation : Record {
    At<SideIndex> side;
};

/// One holiday or season of a calendar, or a period to avoid.
struct RecurringDays {
    std::string id;
    NamedText name;
    base::Place place;
    calendar::Recurrence days;
};

struct OfficeCalendar : Record {
    calendar::WeekPattern week;
    std::vector<RecurringDays> holidays;
    std::vector<At<CalendarIndex>>
        all_of;  ///< not empty: joint, worked when all of these work; week and holidays unused
    std::vector<calendar::DatePeriod> also_works, also_off;
    calendar::OfficeHours hours;
};

/// Something to avoid: Ramadan, hurricane season.
struct AvoidablePeriod : Record {
    calendar::Recurrence days;
};

struct ActivityType : Record {};
/// A place at the level of country, state or "virtual". Never coordinates.
struct Venue : Record {
    At<SideIndex> side;
};

struct ExchangeRate {
    base::Currency from, to;  ///< one unit of `from` is `rate` units of `to`
    base::Decimal rate;
    std::optional<calendar::Date> first_day;
    std::string source;
    base::Place place;
};

}  // namespace masar::plan
