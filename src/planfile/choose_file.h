#pragma once
// Where a new record is to stand.
#include "planfile/edit_plan.h"
#include "planfile/plan_text.h"

namespace masar::planfile {

/// The file that was asked for; else, among those of the side (or the shared ones), the one in which records like it stand: of the same
/// line of effort, else with ids that begin alike, else simply most of its kind; else the first one. Nothing: there is no such file yet.
[[nodiscard]] std::optional<std::size_t> choose_file(const PlanText& plan, const PlanEdit& added);
/// The name of the file that is to be made then.
[[nodiscard]] std::string name_of_new_file(const PlanEdit& added);

}  // namespace masar::planfile
