#pragma once
// `check`: everything that is wrong or weak in a plan, in one run.
#include "app/load_plan.h"

namespace masar::app {

struct CheckedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;  ///< of reading, compiling and lints, by place
};

[[nodiscard]] base::Result<CheckedPlan> check_plan(const base::FileDoor& files, std::string_view path);

}  // namespace masar::app
