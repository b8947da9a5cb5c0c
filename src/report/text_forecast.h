#pragma once
// The answers of `simulate` and `whatif` in a terminal and as JSON.
#include "plan/forecast.h"

#include <optional>
#include <span>
#include <string>

namespace masar::report {

/// The answer first, then gates, money, targets, what drives the end; 80 columns.
[[nodiscard]] std::string forecast_text(const plan::Plan& plan, const plan::Forecast& forecast,
                                        base::Language language);

/// seed, samples, asked, manner, …, end{planned, by_planned, percentiles[], curve[]}, gates[], money[], joint[], frontier[], drivers[],
/// tornado[], merges[], indicators[], outcomes[], worth[], shown_to. Chances are from 0 to 1; no time and no thread count.
[[nodiscard]] std::string forecast_json(const plan::Plan& plan, const plan::Forecast& forecast);

/// What changes bring; `together` may be null.
struct WhatIfAnswer {
    const plan::Plan& plan;
    std::span<const plan::WhatIf> changes;
    const plan::WhatIf* together = nullptr;
    const plan::Forecast& forecast;
};
[[nodiscard]] std::string what_if_text(const WhatIfAnswer& answer, base::Language language);
/// seed, samples, percentile, changes[{change, risk, activity, before, after, days, error, mean_days, cost, days_per_thousand}], together.
[[nodiscard]] std::string what_if_json(const WhatIfAnswer& answer);

}  // namespace masar::report
