#pragma once
// What `simulate` and `whatif` share: how many samples, drawn how, around which schedule.
#include "app/simulate_plan.h"
#include "cli/plan_answer.h"

namespace masar::cli {

class SimulationOptions {
public:
    void declare(OptionSet& options);
    /// The options of the app; fails (usage) for what is no number.
    [[nodiscard]] base::Result<app::SimulateOptions> with(Search& search) const;

private:
    SchedulingOptions scheduling_;
    std::string schedule_, side_;
    std::int64_t samples_ = 10'000;
    std::string policy_ = "network";
    std::string starts_ = "planned";
    bool latin_hypercube_ = false;
};

}  // namespace masar::cli
