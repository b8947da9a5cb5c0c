#pragma once
// What a simulation counted, in the words of the plan.
#include "app/risk_book.h"
#include "forecast/simulate.h"
#include "plan/forecast.h"

namespace masar::app {

/// Percentiles, odds, drivers and money of a tally that came from `book`.
[[nodiscard]] plan::Forecast forecast_of(const LoadedPlan& loaded, const RiskBook& book, const forecast::Tally& tally);

}  // namespace masar::app
