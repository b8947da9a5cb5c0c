#pragma once
// `replan`: new dates that leave the past alone and as much of the future as can be where a baseline has it.
#include "app/schedule_plan.h"
#include "plan/replanning.h"

namespace masar::app {

/// Which of the best trades is the answer.
enum class Preference : unsigned char {
    stability,  ///< fewest moves, then the plan's aims
    aims,       ///< the plan's aims, then fewest moves
};

struct ReplanOptions {
    ScheduleOptions schedule;
    std::string baseline = {};            ///< path of what `schedule -o` wrote
    std::optional<calendar::Date> today;  ///< none = the plan's as-of date
    Preference preference = Preference::stability;
    std::int32_t most_points = 8;  ///< of the trade shown
    /// Activities that are to start on a day (the next working one), whatever else moves for it.
    std::vector<std::pair<plan::ActivityIndex, calendar::Date>> pins = {};
};

struct ReplannedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;
    std::optional<plan::Replanning> replanning;  ///< none when the plan has errors
};

/// Fails for the outside world, for a file that is no schedule, and (usage) when neither a day nor an as-of date is given.
[[nodiscard]] base::Result<ReplannedPlan> replan_plan(const base::FileDoor& files, std::string_view path,
                                                      const ReplanOptions& options);

/// The same for a plan that is loaded; `baseline` is the text of such a file.
[[nodiscard]] base::Result<ReplannedPlan> replan_loaded(const LoadedPlan& loaded, std::string_view baseline,
                                                        const ReplanOptions& options);

}  // namespace masar::app
