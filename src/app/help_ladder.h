#pragma once
// "What would help most": options that are not chosen, added step by step, and how the chance of passing all gates rises.
#include "app/gate_chance.h"
#include "plan/help_step.h"
#include "plan/timetable.h"

#include <vector>

namespace masar::app {

struct LadderLimits {
    std::size_t options = 16;  ///< not chosen that are looked at, in the plan's order
    std::size_t steps = 3;     ///< of the ladder
    double enough = 0.95;      ///< chance at which it ends
    bool others_may_move =
        false;  ///< overloads and broken ceilings are left to whoever dates the plan with the options
    std::int64_t samples = 2'000;                  ///< to compare options
    std::int64_t told_samples = forecast_samples;  ///< for the odds of each step
    std::optional<plan::Sampled> now;              ///< the chance without any, where it is known
};

/// Everything else stands where `dates` has it; an option stands on the latest day of its window on which nothing more is broken. The first
/// step holds what closes most of the gap, one after the other, until every criterion holds on expected values or nothing more helps; each
/// later one adds the option that raises the chance most. No steps when all gates pass surely enough, no option is left, or none helps.
/// `how`: what `loaded` was loaded with.
[[nodiscard]] std::vector<plan::HelpStep> help_ladder(const LoadedPlan& loaded, const plan::Timetable& dates,
                                                      const LoadOptions& how, const forecast::SimulationRun& run,
                                                      const LadderLimits& limits = {});

}  // namespace masar::app
