#include "calendar/working_calendar.h"

#include <algorithm>
#include <cassert>

namespace masar::calendar {
namespace {

using Days = std::chrono::days;

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::size_t day_count(DatePeriod horizon) {
    return horizon.last < horizon.first ? 0 : static_cast<std::size_t>((horizon.last - horizon.first).count() + 1);
}

/// Offsets of the days of `period` that lie in the horizon.
Span clipped(DatePeriod period, DatePeriod horizon) {
    const Date first = std::max(period.first, horizon.first), last = std::min(period.last, horizon.last);
    if (last < first) return {};
    return {static_cast<std::size_t>((first - horizon.first).count()),
            static_cast<std::size_t>((last - horizon.first).count()) + 1};
}

class Painter {
public:
    Painter(DatePeriod horizon, const WeekPattern& week) : horizon_(horizon), days_(day_count(horizon)) {
        unsigned weekday = weekday_of(horizon.first).c_encoding();
        for (DayKind& day : days_) {
            day = week.days[weekday];
            weekday = weekday == 6 ? 0 : weekday + 1;
        }
    }
    void paint(DatePeriod period, DayKind kind) {
        const Span span = clipped(period, horizon_);
        std::fill(days_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                  days_.begin() + static_cast<std::ptrdiff_t>(span.end), kind);
    }
    std::vector<DayKind> take() { return std::move(days_); }

private:
    DatePeriod horizon_;
    std::vector<DayKind> days_;
};

}  // namespace

WorkingCalendar::WorkingCalendar(DatePeriod horizon, std::vector<DayKind> days)
    : horizon_(horizon), days_(std::move(days)) {
    before_.reserve(days_.size() + 1);
    before_.push_back(0);
    for (std::size_t i = 0; i < days_.size(); ++i) {
        if (days_[i] != DayKind::off) working_.push_back(static_cast<std::int32_t>(i));
        before_.push_back(static_cast<std::int32_t>(working_.size()));
    }
}

WorkingCalendar WorkingCalendar::make(const CalendarRecipe& recipe, const OccurrenceOptions& horizon) {
    Painter painter(horizon.range, recipe.week);
    for (const Recurrence& holiday : recipe.days_off)
        for (const Occurrence& each : occurrences(holiday, horizon)) painter.paint(each.days, DayKind::off);
    // What is listed day by day was meant day by day: it wins over week and holidays, and "off" is the last word.
    for (const DatePeriod& period : recipe.also_works) painter.paint(period, DayKind::full);
    for (const DatePeriod& period : recipe.also_off) painter.paint(period, DayKind::off);
    return {horizon.range, painter.take()};
}

WorkingCalendar WorkingCalendar::joint(std::span<const WorkingCalendar> calendars) {
    assert(!calendars.empty());
    std::vector<DayKind> days = calendars.front().days_;
    for (const WorkingCalendar& each : calendars.subspan(1)) {
        assert(each.horizon_ == calendars.front().horizon_);
        // off < half < full: the least of all is what all can do together.
        std::ranges::transform(days, each.days_, days.begin(), [](DayKind a, DayKind b) { return std::min(a, b); });
    }
    return {calendars.front().horizon_, std::move(days)};
}

WorkingCalendar WorkingCalendar::every_day(DatePeriod horizon) {
    return {horizon, std::vector<DayKind>(day_count(horizon), DayKind::full)};
}

DayKind WorkingCalendar::kind(Date day) const {
    return horizon_.contains(day) ? days_[static_cast<std::size_t>((day - horizon_.first).count())] : DayKind::off;
}

int WorkingCalendar::working_days(DatePeriod period) const {
    const Span span = clipped(period, horizon_);
    return before_[span.end] - before_[span.begin];
}

std::optional<Date> WorkingCalendar::working_at(std::int64_t index) const {
    if (index < 0 || index >= static_cast<std::int64_t>(working_.size())) return std::nullopt;
    return horizon_.first + Days(working_[static_cast<std::size_t>(index)]);
}

std::int64_t WorkingCalendar::working_before(Date day) const {
    return before_[clipped({horizon_.first, day - Days(1)}, horizon_).end];
}

std::optional<Date> WorkingCalendar::next_working(Date day) const { return working_at(working_before(day)); }

std::optional<Date> WorkingCalendar::previous_working(Date day) const {
    return working_at(working_before(day + Days(1)) - 1);
}

std::optional<Date> WorkingCalendar::shift(Date day, int working_days) const {
    if (working_days > 0) return working_at(working_before(day + Days(1)) + working_days - 1);
    return working_at(working_before(day) + working_days);
}

std::optional<Date> WorkingCalendar::finish_of(Date start, int duration) const {
    if (duration < 1 || !works(start)) return std::nullopt;
    return shift(start, duration - 1);
}

int OfficeHours::minutes(DayKind kind, bool ramadan) const {
    switch (kind) {
        case DayKind::off: return 0;
        case DayKind::half: return ramadan ? ramadan_half_minutes : half_minutes;
        case DayKind::full: return ramadan ? ramadan_full_minutes : full_minutes;
    }
    return 0;
}

}  // namespace masar::calendar
