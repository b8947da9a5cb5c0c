#include "report/time_axis.h"

#include "calendar/hijri.h"

#include <algorithm>

namespace masar::report {

double TimeAxis::pixels_per_day() const {
    const auto days = (days_.last - days_.first).count() + 1;
    return (to_x_ - from_x_) / static_cast<double>(std::max<std::int64_t>(days, 1));
}

double TimeAxis::at(calendar::Date day) const {
    const double x = from_x_ + static_cast<double>((day - days_.first).count()) * pixels_per_day();
    return std::clamp(x, from_x_, to_x_);
}

std::vector<TimeMark> TimeAxis::years() const {
    std::vector<TimeMark> marks;
    for (int year = calendar::year_of(days_.first); year <= calendar::year_of(days_.last); ++year)
        marks.push_back({std::max(calendar::date_of(year, 1, 1), days_.first), std::to_string(year)});
    return marks;
}

std::vector<TimeMark> TimeAxis::hijri_years() const {
    std::vector<TimeMark> marks;
    const auto first = calendar::to_hijri(days_.first), last = calendar::to_hijri(days_.last);
    if (!first || !last) return marks;
    for (int year = first->year; year <= last->year; ++year)
        if (const auto day = calendar::to_gregorian({year, 1, 1}))
            marks.push_back({std::max(*day, days_.first), std::to_string(year)});
    return marks;
}

calendar::DatePeriod shown_days(const plan::Plan& plan, const plan::Timetable& timetable) {
    calendar::Date last = plan.end ? plan.end->value : plan.start.value;
    if (timetable.end) last = std::max(last, *timetable.end);
    for (const plan::Gate& gate : plan.gates) last = std::max(last, gate.due.value);
    return {plan.start.value, std::max(last, plan.start.value + std::chrono::days(30))};
}

}  // namespace masar::report
