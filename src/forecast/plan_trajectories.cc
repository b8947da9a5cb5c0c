#include "forecast/trajectory.h"

#include <algorithm>

namespace masar::forecast {
namespace {

using calendar::Date;

calendar::FiscalYear fiscal_year_of(const plan::Plan& plan, const plan::Indicator& indicator) {
    return indicator.year_of.value.known() ? plan.sides[indicator.year_of.value.at()].fiscal_year
                                           : calendar::FiscalYear{};
}

/// The last day about which somebody may ask: of the plan, of the answer, of a gate or of a target.
Date last_day(const plan::Plan& plan, const plan::Timetable& timetable, const plan::Indicator& indicator) {
    Date last = plan.end ? plan.end->value : plan.start.value;
    if (timetable.end) last = std::max(last, *timetable.end);
    for (const plan::Gate& gate : plan.gates) last = std::max(last, gate.due.value);
    const calendar::FiscalYear years = fiscal_year_of(plan, indicator);
    for (const auto& target : indicator.targets) last = std::max(last, years.days_of(target.year).last);
    return last;
}

}  // namespace

Trajectory trajectory_with(const plan::Plan& plan, const plan::Timetable& timetable, plan::IndicatorIndex indicator,
                           std::vector<Change> changes) {
    const plan::Indicator& source = plan.indicators[indicator.at()];
    const Trajectory::Frame frame{fiscal_year_of(plan, source), plan.start.value, last_day(plan, timetable, source)};
    return Trajectory::make(source, frame, std::move(changes));
}

std::vector<std::vector<Change>> changes_of(const plan::Plan& plan, const plan::Timetable& timetable) {
    std::vector<std::vector<Change>> changes(plan.indicators.size());
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        const plan::ActivityDates& dates = timetable.activities[i];
        if (!dates.chosen) continue;
        for (const plan::Effect& effect : plan.activities[i].effects)
            if (effect.indicator.value.known())
                changes[effect.indicator.value.at()].push_back(
                    {dates.finish, effect.change, base::index_of<plan::ActivityIndex>(i)});
    }
    return changes;
}

std::vector<Trajectory> trajectories_of(const plan::Plan& plan, const plan::Timetable& timetable) {
    auto changes = changes_of(plan, timetable);
    std::vector<Trajectory> all;
    all.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i)
        all.push_back(trajectory_with(plan, timetable, base::index_of<plan::IndicatorIndex>(i), std::move(changes[i])));
    return all;
}

Trajectory trajectory_of(const plan::Plan& plan, const plan::Timetable& timetable, plan::IndicatorIndex indicator) {
    return trajectory_with(plan, timetable, indicator, std::move(changes_of(plan, timetable)[indicator.at()]));
}

}  // namespace masar::forecast
