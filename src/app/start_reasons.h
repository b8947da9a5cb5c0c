#pragma once
// "Why here?": what holds each activity where it is.
#include "app/load_plan.h"
#include "plan/start_reason.h"
#include "plan/timetable.h"

namespace masar::app {

/// What would be broken that is not broken now if an activity alone started one working day of its calendar earlier. People and money
/// are not asked about under earliest dates, which leave them out. `loaded` must be compiled. O(links + demands + expenses).
[[nodiscard]] plan::StartReasons start_reasons(const LoadedPlan& loaded, const plan::Timetable& timetable);

}  // namespace masar::app
