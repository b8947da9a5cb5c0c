// Renewable capacity. What is fixed lowers the capacity of its days; the rest are tasks.
#include "engine/constraints/energy_windows.h"
#include "engine/search/model_builder.h"

#include <algorithm>
#include <numeric>

namespace masar::engine {
namespace {

constexpr std::int64_t most_units = 1'000'000'000;  ///< in sum, so that a profile stays within 32 bits

}  // namespace

std::vector<std::int32_t> ModelBuilder::units_by_mode(std::int32_t activity, std::int32_t pool) const {
    std::vector<std::int32_t> units;
    for (const problem::Mode& mode : problem_.activity(activity).modes) {
        std::int64_t sum = 0;
        for (const problem::Demand& demand : mode.demands)
            if (demand.pool == pool && mode.duration > 0) sum += demand.units;
        units.push_back(static_cast<std::int32_t>(std::min(sum, most_units)));
    }
    return units;
}

std::vector<std::int32_t> ModelBuilder::capacity_left(std::int32_t pool) {
    const auto& steps = data_.pools[static_cast<std::size_t>(pool)].steps;
    std::vector<std::int32_t> capacity;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        capacity.resize(static_cast<std::size_t>(std::min(steps[i + 1].from, horizon_)), steps[i].capacity);
    const std::int32_t before =
        capacity.empty() ? steps.front().capacity : capacity.back();  // empty: all happens on day 0
    capacity.push_back(steps.back().from <= horizon_ || steps.size() == 1 ? steps.back().capacity : before);
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        if (!standing(i)) continue;
        const problem::Fixed& fixed = data_.fixed_activities[static_cast<std::size_t>(problem_.activity(i).fixed)];
        // As the checker reads it: what lasted is used on each of its own working days, whatever the mode says of length.
        std::int64_t units = 0;
        for (const problem::Demand& demand : problem_.activity(i).modes[static_cast<std::size_t>(fixed.mode)].demands)
            if (demand.pool == pool) units += demand.units;
        if (units == 0) continue;
        if (static_cast<Day>(capacity.size()) <= fixed.end)
            capacity.resize(static_cast<std::size_t>(fixed.end) + 1, capacity.back());
        for (Day day = std::max(fixed.start, fixed.uses_from); day < fixed.end; ++day)
            if (problem_.calendar_of(i).works(day))
                capacity[static_cast<std::size_t>(day)] -= static_cast<std::int32_t>(std::min(units, most_units));
    }
    return capacity;
}

void ModelBuilder::add_pool(std::int32_t pool) {
    const Bound asked = guard({StatementKind::pool, pool});
    CumulativeSetup setup{{}, capacity_left(pool), {}};
    if (!surely(asked)) setup.condition = asked;
    const std::int32_t most = std::ranges::max(setup.capacity), fewest = std::ranges::min(setup.capacity);
    if (fewest < 0) clause({asked.negated()});
    std::int64_t wanted = 0;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        if (standing(i)) continue;
        const ActivityVariables& its = variables(i);
        const std::vector<std::int32_t> units = units_by_mode(i, pool);
        if (std::ranges::all_of(units, [](std::int32_t each) { return each == 0; })) continue;
        for (std::size_t k = 0; k < units.size(); ++k)
            if (units[k] > most)
                clause(
                    {asked.negated(), its.present.negated(), mode_literal(i, static_cast<std::int32_t>(k)).negated()});
        wanted += std::ranges::max(units);
        const problem::WorkTime& calendar = problem_.calendar_of(i);
        const std::int32_t duration = problem_.activity(i).modes[static_cast<std::size_t>(its.only_mode)].duration;
        setup.tasks.push_back({its.start,
                               {duration, its.duration},
                               amount_by_mode(i, pool, units),
                               calendar.every_day() ? nullptr : &calendar});
    }
    if (wanted > most_units) unsupported_ = true;
    if (wanted <= fewest || setup.tasks.empty() || unsupported_) return;
    if (options_.settings.energy && setup.tasks.size() > 2 && horizon_ < EnergyWindows::most_moments)
        engine_.add(std::make_unique<EnergyWindows>(setup));
    engine_.add(std::make_unique<Cumulative>(std::move(setup)));
}

}  // namespace masar::engine
