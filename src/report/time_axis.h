#pragma once
// Dates ↔ x of a chart, with the marks of both calendars.
#include "calendar/date.h"
#include "plan/plan.h"
#include "plan/timetable.h"

#include <string>
#include <vector>

namespace masar::report {

struct TimeMark {
    calendar::Date day;
    std::string label;
};

class TimeAxis {
public:
    TimeAxis(calendar::DatePeriod days, double from_x, double to_x) : days_(days), from_x_(from_x), to_x_(to_x) {}

    /// Left edge of a day, in reading direction; clipped to the axis.
    [[nodiscard]] double at(calendar::Date day) const;
    [[nodiscard]] double after(calendar::Date day) const { return at(day + std::chrono::days(1)); }
    [[nodiscard]] calendar::DatePeriod days() const { return days_; }
    [[nodiscard]] double from_x() const { return from_x_; }
    [[nodiscard]] double to_x() const { return to_x_; }
    [[nodiscard]] double pixels_per_day() const;

    /// 1 January of each year, the first shown partly; label = the year.
    [[nodiscard]] std::vector<TimeMark> years() const;
    /// 1 Muharram of each Umm al-Qura year; label = the Hijri year.
    [[nodiscard]] std::vector<TimeMark> hijri_years() const;

private:
    calendar::DatePeriod days_;
    double from_x_, to_x_;
};

/// From the roadmap's first day to the later of its last day and the timetable's end.
[[nodiscard]] calendar::DatePeriod shown_days(const plan::Plan& plan, const plan::Timetable& timetable);

}  // namespace masar::report
