#pragma once
// `show`: the tables of a schedule, and what its dates bring.
#include "app/simulate_plan.h"
#include "plan/outcomes.h"

namespace masar::app {

struct ShownPlan {
    DatedPlan dated;
    plan::Outcomes outcomes;   ///< empty without dates
    plan::SideIndex shown_to;  ///< known: made of what this side may read
};

[[nodiscard]] base::Result<ShownPlan> show_plan(const base::FileDoor& files, std::string_view path,
                                                const SimulateOptions& options);

}  // namespace masar::app
