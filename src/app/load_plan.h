#pragma once
// The first steps of every verb about a plan: gather its files, read them, compile what was read.
#include "base/doors.h"
#include "compile/compile_plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

struct LoadOptions {
    plan::Estimate estimate = plan::Estimate::likely;
    int islamic_shift_days = 0;
    std::vector<std::string> chosen;  ///< ids of options chosen in addition to those that the plan says are
};

struct LoadedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;                  ///< of reading and compiling, by place
    std::optional<compile::CompiledPlan> compiled;  ///< none when there are errors
};

/// What the plan is compiled with; fails (usage) for an unknown option id.
[[nodiscard]] base::Result<compile::CompileOptions> compile_options(const plan::Plan& plan, const LoadOptions& options);

/// Fails for the outside world only, and (usage) for an unknown option id; a wrong plan has its diagnostics.
[[nodiscard]] base::Result<LoadedPlan> load_plan(const base::FileDoor& files, std::string_view path,
                                                 const LoadOptions& options = {});

}  // namespace masar::app
