#pragma once
// The JSON that `schedule -o` writes, read back: the baseline of later verbs. Dates are taken from it; everything else (loads, gates,
// what is broken) is computed again from the plan as it stands now.
#include "app/schedule_plan.h"

#include <string_view>

namespace masar::app {

/// A timetable of the loaded plan with the dates of the file. The Error says what is not readable, or which activity of the plan
/// has no dates there.
[[nodiscard]] base::Result<plan::Timetable> read_schedule(std::string_view json, const LoadedPlan& loaded);

struct DatedLoad {
    LoadOptions load;
    std::string dates;  ///< path of what `schedule -o` wrote; empty = none
};

/// load_plan, where options that have a date in the file take part as if `load` had chosen them.
[[nodiscard]] base::Result<LoadedPlan> load_with_dates(const base::FileDoor& files, std::string_view path,
                                                       const DatedLoad& asked);

/// The dates in the file at `schedule_path` when there is one, else a new schedule.
[[nodiscard]] base::Result<ScheduledPlan> schedule_or_read(const base::FileDoor& files, std::string_view plan_path,
                                                           std::string_view schedule_path,
                                                           const ScheduleOptions& options);

}  // namespace masar::app
