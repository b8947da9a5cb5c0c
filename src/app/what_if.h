#pragma once
// `whatif`: the same samples with and without a change, so that the difference is the change and not chance.
#include "app/simulate_plan.h"

#include <string>
#include <vector>

namespace masar::app {

struct WhatIfOptions {
    SimulateOptions simulate;
    std::vector<std::string> without;      ///< ids of risks left out
    std::vector<std::string> mitigated;    ///< ids of risks with their mitigation
    std::vector<std::string> unmitigated;  ///< ids of risks without it
    std::vector<std::string> set;          ///< "rdy-003.duration=10/15/20wd", see changed_plan.h
    double probability = 0.8;              ///< percentile that is compared
};

struct WhatIfs {
    plan::Plan plan;
    base::Diagnostics diagnostics;
    std::optional<plan::Forecast> forecast;  ///< without any change; none when the plan has errors
    std::vector<plan::WhatIf> changes;       ///< each by itself
    std::optional<plan::WhatIf> together;    ///< of several named changes
};

/// Without a named change: every risk left out, and every mitigation that is not planned, each by itself.
[[nodiscard]] base::Result<WhatIfs> what_if(const base::FileDoor& files, std::string_view path,
                                            const WhatIfOptions& options);

}  // namespace masar::app
