#pragma once
// What lies before today is not planned again: what the plan reports as begun or done, and what the baseline has begun by then.
#include "app/baseline.h"
#include "app/load_plan.h"

namespace masar::app {

/// A plan compiled as of a day after which alone something may still be planned.
struct FrozenPlan {
    plan::Plan plan;  ///< what the baseline has begun is reported as begun
    compile::CompiledPlan compiled;
    std::vector<problem::Day> baseline;  ///< start per activity of the problem, or problem::not_in_baseline
};

/// `loaded` was compiled with `options`. Requests that the baseline's dates needed count as sent: an activity may stay where it was, and
/// only an earlier start needs its lead times from today on. None: the plan with its past does not compile, and `diagnostics` say why.
[[nodiscard]] std::optional<FrozenPlan> freeze_past(const LoadedPlan& loaded, const compile::CompileOptions& options,
                                                    const Baseline& baseline, calendar::Date today,
                                                    base::Diagnostics& diagnostics);

}  // namespace masar::app
