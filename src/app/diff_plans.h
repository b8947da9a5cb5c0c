#pragma once
// `diff`: how two versions of a plan differ, record by record.
#include "base/diagnostic.h"
#include "base/doors.h"
#include "base/sources.h"
#include "plan/difference.h"

#include <string_view>
#include <vector>

namespace masar::app {

struct PlanVersion {
    base::Sources sources;
    base::Diagnostics diagnostics;  ///< syntax errors
};

struct DiffedPlans {
    PlanVersion before, after;
    std::vector<plan::Difference> differences;  ///< meaningful when neither version has errors
};

[[nodiscard]] base::Result<DiffedPlans> diff_plans(const base::FileDoor& files, std::string_view before,
                                                   std::string_view after);

}  // namespace masar::app
