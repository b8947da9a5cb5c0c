#include "forecast/cost_range.h"

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Longest duration of each activity that the inputs allow, in working days; every absence counts in full.
std::vector<double> longest_durations(const DrawPlan& plan) {
    const RiskModel& model = plan.situation.model;
    std::vector<double> longest(at(plan.situation.problem.size()), 0);
    for (std::int32_t slot = 0; slot < plan.network.slots(); ++slot)
        longest[at(plan.network.activity_of(slot))] = plan.network.planned_duration(slot);
    for (const UncertainDuration& each : model.durations)
        longest[at(each.activity)] = std::max(longest[at(each.activity)], each.days.highest());
    for (std::size_t d = 0; d < model.drivers.size(); ++d) {
        const auto* taken = case_of(model.drivers[d], treatment_at(plan.options.drivers, d));
        for (const auto activity : model.drivers[d].activities)
            if (taken != nullptr) longest[at(activity)] *= std::max(1.0, taken->factor.highest());
    }
    for (std::size_t e = 0; e < model.events.size(); ++e) {
        const auto* taken = case_of(model.events[e], treatment_at(plan.options.events, e));
        const auto times = static_cast<double>(std::max<std::size_t>(1, model.events[e].seasons.size()));
        for (const auto activity : model.events[e].activities)
            if (taken != nullptr) longest[at(activity)] += times * std::max(0.0, taken->days.highest());
    }
    return longest;
}

void widen(AmountRange& range, double low, double high) {
    range.low += std::min(low, high);
    range.high += std::max(low, high);
}

void add_line(AmountRange& range, const CostLine& line, double days) {
    const auto fixed = static_cast<double>(line.fixed);
    const double full = fixed + static_cast<double>(line.per_day) * days;
    const double low = line.factor.lowest(), high = line.factor.highest();
    const double corners[] = {0, fixed * low, fixed * high, full * low, full * high};
    widen(range, *std::min_element(std::begin(corners), std::end(corners)),
          *std::max_element(std::begin(corners), std::end(corners)));
}

}  // namespace

std::vector<AmountRange> cost_ranges(const DrawPlan& plan) {
    const RiskModel& model = plan.situation.model;
    std::vector<AmountRange> ranges(plan.situation.problem.data().budgets.size());
    const auto longest = longest_durations(plan);
    for (const CostLine& line : plan.costs) add_line(ranges[at(line.budget)], line, longest[at(line.activity)]);
    const auto add_mitigation = [&](const Mitigation& mitigation) {
        if (mitigation.budget >= 0) widen(ranges[at(mitigation.budget)], 0, static_cast<double>(mitigation.cost));
    };
    for (const RiskDriver& driver : model.drivers) add_mitigation(driver.mitigation);
    for (std::size_t e = 0; e < model.events.size(); ++e) {
        const RiskEvent& event = model.events[e];
        add_mitigation(event.mitigation);
        const auto* taken = case_of(event, treatment_at(plan.options.events, e));
        if (event.budget < 0 || taken == nullptr) continue;
        const auto times = static_cast<double>(std::max<std::size_t>(1, event.seasons.size()));
        widen(ranges[at(event.budget)], std::min(0.0, taken->cost.lowest()) * times, taken->cost.highest() * times);
    }
    return ranges;
}

AmountCounts empty_counts(AmountRange range, std::int64_t limit) {
    AmountCounts counts;
    counts.low = static_cast<std::int64_t>(std::floor(range.low));
    const double width = std::ceil((range.high - std::floor(range.low) + 1) / static_cast<double>(AmountCounts::bins));
    counts.width = std::max<std::int64_t>(1, static_cast<std::int64_t>(width));
    counts.limit = limit;
    return counts;
}

}  // namespace masar::forecast
