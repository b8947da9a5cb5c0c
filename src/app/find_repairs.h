#pragma once
// The least changes of several kinds that each mend a conflict, proven by a schedule of the plan with the change made.
#include "app/repair_candidates.h"

namespace masar::app {

struct RepairTask {
    const PlanQuestion& question;
    const compile::CompiledPlan& compiled;
    const std::vector<plan::ConflictMember>& members;
    const std::vector<plan::ConflictMember>& elsewhere;  ///< statements of other clashes, not to be mended here
};

/// Cheapest first. Empty = nothing tried helps by itself, or the limits were reached.
[[nodiscard]] std::vector<plan::Repair> find_repairs(const RepairTask& task, Effort& effort);

/// The question with the repair made.
[[nodiscard]] PlanQuestion repaired(PlanQuestion question, const plan::Repair& repair);

}  // namespace masar::app
