#pragma once
// A smallest clash among the statements of a plan, said as narrowly as it holds: which of several periods to avoid, and during which
// days a capacity matters.
#include "app/plan_question.h"

namespace masar::app {

struct PlanConflict {
    engine::ConflictStatus status = engine::ConflictStatus::unknown;
    plan::Conflict conflict;
    std::vector<std::int32_t> statements;       ///< its members, as indices of the stated problem
    std::optional<problem::Schedule> schedule;  ///< where all holds; of the stated problem
};

[[nodiscard]] PlanConflict find_plan_conflict(const plan::Plan& plan, const StatedQuestion& question, Effort& effort);

/// Statements of further clashes that share none with this one: what a repair of this one cannot be asked to mend.
[[nodiscard]] std::vector<plan::ConflictMember> further_clashes(const StatedQuestion& question,
                                                                const PlanConflict& first, Effort& effort);

}  // namespace masar::app
