#pragma once
// `check`: everything that is wrong or weak in a plan, in one run.
#include "app/load_plan.h"

namespace masar::app {

struct CheckedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;  ///< of reading, compiling and lints, by place
};

/// Everything that there is to say about a plan that was loaded.
[[nodiscard]] base::Diagnostics diagnostics_of(const LoadedPlan& loaded);

[[nodiscard]] base::Result<CheckedPlan> check_plan(const base::FileDoor& files, std::string_view path);

}  // namespace masar::app
