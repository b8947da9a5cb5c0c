#include "report/indicator_points.h"

#include <algorithm>

namespace masar::report {
namespace {

/// The curve between two events bends when it decays; a point a month shows that.
constexpr std::chrono::days between_points{30};
constexpr std::chrono::days a_day{1};

}  // namespace

std::vector<IndicatorPoint> points_of(const forecast::Trajectory& trajectory, calendar::Date last) {
    std::vector<calendar::Date> days = trajectory.events();
    if (days.empty()) return {};
    for (calendar::Date day = days.front(); day < last; day += between_points) days.push_back(day);
    // A jump shows as one: the day before an event belongs to the curve before it.
    const std::size_t events = trajectory.events().size();
    for (std::size_t i = 1; i < events; ++i) days.push_back(days[i] - a_day);
    days.push_back(std::max(last, days.front()));
    std::ranges::sort(days);
    const auto repeated = std::ranges::unique(days);
    days.erase(repeated.begin(), repeated.end());
    std::vector<IndicatorPoint> points;
    for (const calendar::Date day : days)
        if (const auto value = trajectory.value_on(day)) points.push_back({day, value->number});
    return points;
}

std::optional<Extremes> extremes_in(const forecast::Trajectory& trajectory, calendar::DatePeriod days) {
    const std::vector<calendar::Date> events = trajectory.events();
    if (events.empty() || events.front() > days.last) return std::nullopt;
    const calendar::Date first = std::max(days.first, events.front());
    const double start = trajectory.value_on(first)->number;
    Extremes found{{first, start}, {first, start}};
    const auto look = [&](calendar::Date day) {
        const double value = trajectory.value_on(day)->number;
        if (value > found.peak.value) found.peak = {day, value};
        if (value < found.trough.value) found.trough = {day, value};
    };
    // Between events the value is monotone: each event, its eve and the end are enough.
    for (const calendar::Date day : events) {
        if (day <= first || day > days.last) continue;
        look(day - a_day);
        look(day);
    }
    look(days.last);
    return found;
}

}  // namespace masar::report
