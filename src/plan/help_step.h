#pragma once
// What would help most: options chosen one step after the other, and how the chance of passing all gates rises with each.
#include "base/money.h"
#include "plan/forecast.h"

#include <vector>

namespace masar::plan {

/// Added to what the steps before it chose.
struct HelpStep {
    std::vector<ActivityIndex> options;
    std::vector<calendar::Date> starts;     ///< where each was put, in the order of `options`
    Sampled before, after;                  ///< chance that all gates pass
    int gates_before = 0, gates_after = 0;  ///< that pass on expected values
    base::Money cost;                       ///< most likely, of this step
};

}  // namespace masar::plan
