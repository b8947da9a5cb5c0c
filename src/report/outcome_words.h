#pragma once
// The words of outcomes that the terminal and the page share.
#include "plan/forecast.h"

#include <span>

namespace masar::report {

/// "FY2029": as the side of the indicator names its years.
[[nodiscard]] std::string year_label(const plan::Plan& plan, plan::IndicatorIndex indicator, int year);
/// How much of a gate's chance to pass goes with the activity's effects; nothing when none of it was seen to.
[[nodiscard]] const plan::LostChance* lost_chance(std::span<const plan::LostChance> lost, plan::ActivityIndex activity,
                                                  plan::GateIndex gate);
/// Whether the activity is worth more than being required: a criterion or a target moves with it.
[[nodiscard]] bool moves_indicators(const plan::ActivityWorth& worth);

}  // namespace masar::report
