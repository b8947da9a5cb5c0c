#pragma once
// A plan with one value set otherwise: "rdy-003.duration=10/15/20wd". The files stay as they are.
#include "app/load_plan.h"

#include <string_view>

namespace masar::app {

struct Setting {
    plan::ActivityIndex activity;
    plan::Duration duration;
};

/// Fails (usage) for an unknown activity, a key that cannot be set, and a value that the plan file would refuse.
[[nodiscard]] base::Result<Setting> parse_setting(const plan::Plan& plan, std::string_view words);

/// The plan compiled with the settings, in every mode of the activities.
[[nodiscard]] base::Result<LoadedPlan> with_settings(const LoadedPlan& loaded, const std::vector<Setting>& settings,
                                                     const LoadOptions& options);

}  // namespace masar::app
