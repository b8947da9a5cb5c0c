#pragma once
// `report`: the bilingual page of a scheduled plan, with the trajectories of its indicators and how it came about.
#include "app/schedule_plan.h"
#include "plan/forecast.h"

#include <string>

namespace masar::app {

struct ReportedPlan : ScheduledPlan {
    std::optional<plan::Forecast> forecast;  ///< none when the plan is certain, or has errors
};

/// Dates from the file at `schedule_path` when there is one, else a new schedule; and what may come of it.
[[nodiscard]] base::Result<ReportedPlan> plan_for_report(const base::FileDoor& files, std::string_view plan_path,
                                                         std::string_view schedule_path,
                                                         const ScheduleOptions& options);

/// `reported` must have a timetable.
[[nodiscard]] std::string report_page(const ReportedPlan& reported, base::Language first_language);

/// What the plan's texts are, as sixteen hexadecimal digits: names and contents of its files.
[[nodiscard]] std::string input_hash(const plan::Plan& plan);

}  // namespace masar::app
