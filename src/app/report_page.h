#pragma once
// `report`: the bilingual page of a scheduled plan, with the trajectories of its indicators and how it came about.
#include "app/simulate_plan.h"
#include "report/page_context.h"

#include <string>

namespace masar::app {

struct ReportedPlan {
    DatedPlan dated;
    report::PageFacts facts;  ///< its forecast: none when the plan is certain, or has errors
};

/// The plan, its dates (new ones where `options` names no schedule), and what may come of them.
[[nodiscard]] base::Result<ReportedPlan> plan_for_report(const base::FileDoor& files, std::string_view path,
                                                         const SimulateOptions& options);

/// `reported` must have a timetable.
[[nodiscard]] std::string report_page(const ReportedPlan& reported, base::Language first_language);

/// SHA-256 over the names and texts of the plan's files: says which text a page was made from.
[[nodiscard]] std::string input_hash(const plan::Plan& plan);

}  // namespace masar::app
