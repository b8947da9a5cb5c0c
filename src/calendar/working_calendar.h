#pragma once
// Which days are worked: of a side, an organisation or a kind of staff, or of several together (the joint calendar: the days on
// which all of them work). Made once over a horizon; every query is O(1) or O(log n).
#include "calendar/date.h"
#include "calendar/recurrence.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace masar::calendar {

enum class DayKind : std::uint8_t { off, half, full };

struct WeekPattern {
    std::array<DayKind, 7> days{};  ///< by std::chrono::weekday::c_encoding(): 0 = Sunday
    bool operator==(const WeekPattern&) const = default;
};

/// The recipe of one calendar, without names: the plan holds those.
struct CalendarRecipe {
    WeekPattern week;
    std::vector<Recurrence> days_off;
    /// Full days although week or holiday say no: assembly weekends, annual training.
    std::vector<DatePeriod> also_works;
    std::vector<DatePeriod> also_off;  ///< the last word: wins over also_works
};

class WorkingCalendar {
public:
    /// The days of `horizon`; days outside it are not worked.
    static WorkingCalendar make(const CalendarRecipe& recipe, const OccurrenceOptions& horizon);
    /// Worked when all work; half when any is half. All must share the horizon.
    static WorkingCalendar joint(std::span<const WorkingCalendar> calendars);
    static WorkingCalendar every_day(DatePeriod horizon);

    [[nodiscard]] DatePeriod horizon() const { return horizon_; }
    [[nodiscard]] DayKind kind(Date day) const;
    [[nodiscard]] bool works(Date day) const { return kind(day) != DayKind::off; }
    /// Working days in [first, last], both inclusive.
    [[nodiscard]] int working_days(DatePeriod period) const;
    /// First working day on or after / last one on or before; nothing outside the horizon.
    [[nodiscard]] std::optional<Date> next_working(Date day) const;
    [[nodiscard]] std::optional<Date> previous_working(Date day) const;
    /// The n-th working day after `day` (n > 0) or before it (n < 0); n = 0: day itself if worked, else the next one.
    [[nodiscard]] std::optional<Date> shift(Date day, int working_days) const;
    /// Last day of a piece of work of `duration` >= 1 working days that starts on the working day `start`; nothing for a
    /// shorter duration, a start that is not worked, or an end outside the horizon.
    [[nodiscard]] std::optional<Date> finish_of(Date start, int duration) const;
    [[nodiscard]] const std::vector<DayKind>& days() const { return days_; }

private:
    WorkingCalendar(DatePeriod horizon, std::vector<DayKind> days);
    /// The working day of this number, counted from 0 at the begin of the horizon.
    [[nodiscard]] std::optional<Date> working_at(std::int64_t index) const;
    [[nodiscard]] std::int64_t working_before(Date day) const;

    DatePeriod horizon_;
    std::vector<DayKind> days_;
    std::vector<std::int32_t> before_;   ///< working days before day i of the horizon
    std::vector<std::int32_t> working_;  ///< offsets of the working days
};

/// Office hours in minutes per kind of day, in and outside Ramadan: 8 h and 4.5 h, 5.5 h and 3 h in the UAE (HOURS-1).
struct OfficeHours {
    int full_minutes = 480;
    int half_minutes = 240;
    int ramadan_full_minutes = 480;
    int ramadan_half_minutes = 240;
    [[nodiscard]] int minutes(DayKind kind, bool ramadan) const;
};

}  // namespace masar::calendar
