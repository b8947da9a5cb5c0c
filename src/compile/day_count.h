#pragma once
// Dates ⇄ days of the problem: day 0 is the plan's first day.
#include "calendar/date.h"
#include "problem/work_time.h"

namespace masar::compile {

struct DayCount {
    calendar::Date first;
    problem::Day days = 0;  ///< length of the horizon

    [[nodiscard]] problem::Day day(calendar::Date date) const {
        return static_cast<problem::Day>((date - first).count());
    }
    [[nodiscard]] calendar::Date date(problem::Day day) const { return first + std::chrono::days(day); }
    /// The inclusive finish that people read: a milestone finishes on the day on which it stands.
    [[nodiscard]] calendar::Date finish(problem::Day start, problem::Day end) const {
        return date(end > start ? end - 1 : start);
    }
    [[nodiscard]] calendar::DatePeriod whole() const { return {first, date(days - 1)}; }
};

}  // namespace masar::compile
