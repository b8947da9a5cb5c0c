#pragma once
// `improve`: options, modes and dates with which the criteria of gates hold at the least cost.
#include "app/schedule_plan.h"
#include "plan/improvement.h"

namespace masar::app {

struct ImproveOptions {
    ScheduleOptions schedule;
    plan::Holding holding = plan::Holding::nothing;
    std::string baseline;            ///< path of what `schedule -o` wrote, for Holding::baseline
    std::vector<std::string> gates;  ///< whose criteria are to hold; empty = all that have any
    std::optional<double>
        confidence;                 ///< with which the gates are to hold together, in (0, 1); none = on expected values
    std::int64_t samples = 10'000;  ///< of each simulation, where a confidence is asked for
};

struct ImprovedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;
    std::optional<plan::Improvement> improvement;  ///< none when the plan has errors
};

/// Fails for the outside world, for a file that is no schedule, and (usage) for an unknown gate, or when no gate has a criterion.
[[nodiscard]] base::Result<ImprovedPlan> improve_plan(const base::FileDoor& files, std::string_view path,
                                                      const ImproveOptions& options);

}  // namespace masar::app
