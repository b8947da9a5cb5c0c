#pragma once
// The chance that all gates pass, and nothing else of a forecast: the same number in a part of the time.
#include "app/load_plan.h"
#include "forecast/simulate.h"
#include "plan/forecast.h"
#include "problem/schedule.h"

#include <cstdint>
#include <optional>

namespace masar::app {

inline constexpr std::int64_t forecast_samples = forecast::SimulationOptions{}.samples;

/// Nothing when the plan is certain, or when it cannot be simulated. `loaded` must be compiled.
[[nodiscard]] std::optional<plan::Sampled> gate_chance(const LoadedPlan& loaded, const problem::Schedule& planned,
                                                       std::int64_t samples, const forecast::SimulationRun& run);

}  // namespace masar::app
