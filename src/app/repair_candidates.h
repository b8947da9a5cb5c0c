#pragma once
// What could be changed so that one member of a conflict no longer stands in the way, kind by kind, before anyone looks how far.
#include "app/plan_question.h"

namespace masar::app {

/// A repair of growing size: by 1, 2, … at most `most` units. A repair that is made or not has most = 1.
struct RepairCandidate {
    plan::Repair repair;
    std::int64_t most = 1;
    std::int64_t unit = 1;  ///< of `to`, towards more room: negative where less is more
    bool gradual = false;
};

struct RepairBasis {
    const plan::Plan& plan;
    const compile::CompiledPlan& compiled;
    const std::vector<plan::Target>& targets;
};

/// Of one conflict, at most a few of each kind; facts and laws have none.
[[nodiscard]] std::vector<RepairCandidate> repair_candidates(const RepairBasis& basis,
                                                             const std::vector<plan::ConflictMember>& members);

/// The repair of size n, with its weight; nothing where no such day exists.
[[nodiscard]] std::optional<plan::Repair> sized(const RepairBasis& basis, const RepairCandidate& candidate,
                                                std::int64_t n);

/// The calendar on which the days of a member count: of its activity, or of the first that its gate requires.
[[nodiscard]] const calendar::WorkingCalendar& calendar_for(const RepairBasis& basis,
                                                            const plan::ConflictMember& member);

}  // namespace masar::app
