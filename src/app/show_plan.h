#pragma once
// `show`: the tables of a schedule, and what its dates bring.
#include "app/simulate_plan.h"
#include "plan/outcomes.h"

namespace masar::app {

struct ShownPlan {
    DatedPlan dated;
    plan::Outcomes outcomes;  ///< empty without dates
};

[[nodiscard]] base::Result<ShownPlan> show_plan(const base::FileDoor& files, std::string_view path,
                                                const SimulateOptions& options);

}  // namespace masar::app
