#include "compile/draft.h"

#include <algorithm>

namespace masar::compile {
namespace {

using problem::CapacityStep;
using problem::Day;

std::int32_t smallest_on(const plan::Resource& resource, calendar::Date day) {
    std::int32_t capacity = resource.capacity.value;
    for (const plan::Resource::Reduction& each : resource.reductions)
        if (each.days.contains(day)) capacity = std::min(capacity, each.capacity);
    return capacity;
}

/// The capacity changes only where a reduction begins or ends.
std::vector<CapacityStep> steps_of(const plan::Resource& resource, const DayCount& days) {
    std::vector<Day> changes{0};
    for (const plan::Resource::Reduction& each : resource.reductions) {
        changes.push_back(days.day(each.days.first));
        changes.push_back(days.day(each.days.last) + 1);
    }
    std::ranges::sort(changes);
    std::vector<CapacityStep> steps;
    for (const Day day : changes) {
        if (day < 0 || day >= days.days) continue;
        const std::int32_t capacity = smallest_on(resource, days.date(day));
        if (steps.empty() || steps.back().capacity != capacity) steps.push_back({day, capacity});
    }
    return steps;
}

/// Position by plan record of what was added to the problem; -1 = nothing.
std::vector<std::int32_t> add_pools(Draft& draft) {
    std::vector<std::int32_t> pools(draft.plan.resources.size(), -1);
    for (std::size_t i = 0; i < pools.size(); ++i) {
        const plan::Resource& resource = draft.plan.resources[i];
        if (resource.per_year_of.value.known()) continue;  // a budget
        pools[i] = static_cast<std::int32_t>(draft.data.pools.size());
        draft.data.pools.push_back({steps_of(resource, draft.frame.days)});
        draft.origins.pools.push_back(base::index_of<plan::ResourceIndex>(i));
    }
    return pools;
}

void add_stocks(Draft& draft) {
    for (std::size_t i = 0; i < draft.plan.stocks.size(); ++i) {
        const plan::Stock& stock = draft.plan.stocks[i];
        draft.data.reservoirs.push_back(
            {stock.initial.value, stock.minimum, stock.maximum.value_or(problem::unlimited)});
        draft.origins.reservoirs.push_back(base::index_of<plan::StockIndex>(i));
    }
}

/// One line per pool, even where the plan states a need twice.
void add_demand(problem::Mode& mode, problem::Demand demand) {
    if (demand.pool < 0 || demand.units <= 0) return;
    const auto same = std::ranges::find(mode.demands, demand.pool, &problem::Demand::pool);
    if (same == mode.demands.end())
        mode.demands.push_back(demand);
    else
        same->units += demand.units;
}

}  // namespace

void add_resources(Draft& draft) {
    const std::vector<std::int32_t> pools = add_pools(draft);
    add_stocks(draft);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(draft.data.activities.size()); ++i) {
        const plan::Activity& source = draft.source_of(i);
        for (std::size_t m = 0; m < source.modes.size(); ++m) {
            problem::Mode& mode = draft.at(i).modes[m];
            for (const plan::Need& need : source.modes[m].needs)
                if (need.resource.value.known()) add_demand(mode, {pools[need.resource.value.at()], need.units.value});
            for (const plan::StockUse& use : source.modes[m].takes)
                if (use.stock.value.known())
                    mode.stock_changes.push_back({use.stock.value.value, -use.amount, problem::Anchor::start});
            for (const plan::StockUse& use : source.modes[m].gives)
                if (use.stock.value.known())
                    mode.stock_changes.push_back({use.stock.value.value, use.amount, problem::Anchor::finish});
        }
    }
}

}  // namespace masar::compile
