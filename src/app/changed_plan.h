#pragma once
// A plan with one value written otherwise: "rdy-003.duration=10/15/20wd", "planners.capacity=3", "activities.rdy-003.needs.hall=2",
// "plan.as-of=2028-01-01"; nothing behind the '=' takes the field away. The files stay as they are.
#include "app/load_plan.h"
#include "planfile/edit_plan.h"

#include <string_view>

namespace masar::app {

struct Setting {
    planfile::PlanEdit edit;
    plan::ActivityIndex activity;  ///< known: a field of this activity
    std::string words;             ///< as given
};

/// Fails (usage) for words that name no field, an unknown record, and an id that several headings have.
[[nodiscard]] base::Result<Setting> parse_setting(const plan::Plan& plan, std::string_view words);

/// The plan as its text reads with the settings, compiled with the options that take part in `loaded`; records keep their positions.
/// Fails (usage) for what the plan file would refuse, and where the days are counted from another first day.
[[nodiscard]] base::Result<LoadedPlan> with_settings(const LoadedPlan& loaded, const std::vector<Setting>& settings,
                                                     const LoadOptions& options);

}  // namespace masar::app
