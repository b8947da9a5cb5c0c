#include "app/pool_asks.h"

#include <algorithm>

namespace masar::app {

std::vector<plan::PoolAsk> pool_asks(const LoadedPlan& loaded, const plan::Timetable& timetable,
                                     plan::ResourceIndex resource, calendar::Date day) {
    const compile::CompiledPlan& compiled = *loaded.compiled;
    const problem::ProblemData& data = compiled.problem.data();
    const auto pool = std::ranges::find(compiled.pools, resource) - compiled.pools.begin();
    const problem::Day wanted = compiled.days.day(day);
    std::vector<plan::PoolAsk> asks;
    for (std::size_t i = 0; i < compiled.activities.size(); ++i) {
        const plan::ActivityIndex index = compiled.activities[i];
        if (!index.known() || !timetable.activities[index.at()].chosen) continue;
        const plan::ActivityDates& dates = timetable.activities[index.at()];
        const problem::Activity& activity = data.activities[i];
        if (day < dates.start || day > dates.finish) continue;
        const problem::Mode& mode = activity.modes[static_cast<std::size_t>(dates.mode)];
        const bool begun = activity.fixed >= 0;
        if (begun && wanted < data.fixed_activities[static_cast<std::size_t>(activity.fixed)].uses_from) continue;
        if (mode.duration == 0 && !begun) continue;
        if (!data.work_times[static_cast<std::size_t>(activity.calendar)].works(wanted)) continue;
        int units = 0;
        for (const problem::Demand& demand : mode.demands)
            if (demand.pool == static_cast<std::int32_t>(pool)) units += demand.units;
        if (units > 0) asks.push_back({index, units});
    }
    std::ranges::stable_sort(asks, std::ranges::greater{}, &plan::PoolAsk::units);
    return asks;
}

}  // namespace masar::app
