#include "report/outcome_words.h"

#include "report/figures.h"

#include <algorithm>

namespace masar::report {
std::string year_label(const plan::Plan& plan, plan::IndicatorIndex indicator, int year) {
    const plan::SideIndex side = plan.indicators[indicator.at()].year_of.value;
    return side.known() ? plan.sides[side.at()].fiscal_year.label(year) : std::to_string(year);
}

const plan::LostChance* lost_chance(std::span<const plan::LostChance> lost, plan::ActivityIndex activity,
                                    plan::GateIndex gate) {
    const auto found = std::ranges::find_if(
        lost, [&](const plan::LostChance& each) { return each.activity == activity && each.gate == gate; });
    return found == lost.end() ? nullptr : &*found;
}

bool moves_indicators(const plan::ActivityWorth& worth) {
    return !worth.targets.empty()
           || std::ranges::any_of(worth.gates, [](const plan::GateLoss& each) { return each.indicator.known(); });
}

}  // namespace masar::report
