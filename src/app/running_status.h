#pragma once
// `status`: facts taken into a running roadmap, and where it then stands.
#include "app/baseline.h"
#include "app/running_facts.h"
#include "base/doors.h"
#include "report/told_status.h"

namespace masar::app {

struct StatusOptions {
    std::string facts;     ///< path of a table of facts (facts_of); empty = none
    std::string baseline;  ///< path of what `schedule -o` wrote; empty = nothing is compared
};
struct RunningStatus {
    report::ToldStatus told;
    base::Diagnostics diagnostics;  ///< of the plan as it then is
    base::Sources sources;
    std::vector<planfile::InputFile> files;  ///< its texts; those of before when there are faults
};
[[nodiscard]] base::Result<RunningStatus> running_status(const base::FileDoor& files, std::string_view plan,
                                                         const StatusOptions& options);

/// As-of day, activities by state, and those finished whose completion criterion nobody has looked at.
void count_states(const plan::Plan& plan, report::ToldStatus& told);

/// What should have started or finished before `today` by these dates, and has not; by how many days. By day.
[[nodiscard]] std::vector<report::ToldStatus::Late> late_items(const plan::Plan& plan, const Baseline& agreed,
                                                               calendar::Date today);

}  // namespace masar::app
