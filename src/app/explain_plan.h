#pragma once
// `explain`: why a plan cannot be done, or not by a date, and what would mend it.
#include "app/find_repairs.h"
#include "app/load_plan.h"
#include "engine/solve.h"

#include <string>

namespace masar::app {

struct ExplainOptions {
    LoadOptions load;
    std::string gate, activity;        ///< ids; empty = not asked
    std::optional<calendar::Date> by;  ///< of the gate or the activity; none = the gate's own date
    bool criteria = false;             ///< the criteria of the gate asked for, else of all gates
    ExplainLimits limits;
    engine::Run run;  ///< of the schedule that criteria are read from
};

struct ExplainedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;
    std::optional<plan::Explanation> explanation;  ///< none when the plan has errors
};

/// Fails (usage) for an unknown gate or activity, or one that takes no part.
[[nodiscard]] base::Result<ExplainedPlan> explain_plan(const base::FileDoor& files, std::string_view path,
                                                       const ExplainOptions& options);

/// Of a plan that has been read and makes a problem.
[[nodiscard]] plan::Explanation explain_question(PlanQuestion question, const ExplainLimits& limits);

}  // namespace masar::app
