#pragma once
// What a simulation counted, in the words of the plan.
#include "app/risk_book.h"
#include "forecast/simulate.h"
#include "plan/forecast.h"

namespace masar::app {

/// Percentiles, odds, drivers and money of a tally that came from `book`.
[[nodiscard]] plan::Forecast forecast_of(const LoadedPlan& loaded, const RiskBook& book, const forecast::Tally& tally);

/// Without what `side` may not read; says how many records that leaves out. Everything was counted with them.
[[nodiscard]] plan::Forecast shown_to(const plan::Plan& plan, plan::SideIndex side, plan::Forecast forecast);

}  // namespace masar::app
