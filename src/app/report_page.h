#pragma once
// `report`: the bilingual page of a scheduled plan, with the trajectories of its indicators and how it came about.
#include "app/schedule_plan.h"

#include <string>

namespace masar::app {

/// `scheduled` must have a timetable.
[[nodiscard]] std::string report_page(const ScheduledPlan& scheduled, base::Language first_language);

/// What the plan's texts are, as sixteen hexadecimal digits: names and contents of its files.
[[nodiscard]] std::string input_hash(const plan::Plan& plan);

}  // namespace masar::app
