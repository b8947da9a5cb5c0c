#pragma once
// What is wrong or weak in a plan that can be read: the DCMA points, GAO's practices, and what two sides and their logic model
// need. The lints and their thresholds are in lint_table.cc.
#include "base/diagnostic.h"
#include "compile/compiled_plan.h"
#include "plan/plan.h"

namespace masar::lint {

/// One diagnostic a lint, with its offenders summarised. `compiled` (at most-likely durations) is null when the plan could not be
/// compiled: the lints that need dates are left out then. Unknown references have their diagnostic already and are passed over.
[[nodiscard]] base::Diagnostics lint(const plan::Plan& plan, const compile::CompiledPlan* compiled);

}  // namespace masar::lint
