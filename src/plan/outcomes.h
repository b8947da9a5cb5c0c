#pragma once
// What the dates bring: how indicators move year by year, from when each target is met, and what each activity is worth at the gates.
#include "plan/plan.h"

#include <optional>
#include <vector>

namespace masar::plan {

/// One fiscal year of an indicator, on expected values.
struct IndicatorYear {
    int year = 0;
    calendar::Date last;                   ///< day of the year
    double end = 0, peak = 0, trough = 0;  ///< on its last day; the highest and the lowest on any day
    calendar::Date peak_on, trough_on;     ///< the first such day
    std::optional<base::Decimal> target;
    bool met = true;       ///< at the year's end; true without target
    double shortfall = 0;  ///< what the year's end lacks to the target; 0 when it is met
    std::optional<int>
        reached;  ///< the earliest fiscal year at whose end this year's target holds; none = no year looked at
};
struct IndicatorOutcome {
    IndicatorIndex indicator;
    std::vector<IndicatorYear> years;  ///< from the baseline's; empty without a baseline
};

/// What a gate loses when an activity is left out and all else stays on its day.
struct GateLoss {
    GateIndex gate;
    IndicatorIndex indicator;             ///< of the criterion; unknown = the gate requires the activity itself
    std::optional<double> before, after;  ///< the indicator on the due date, with and without the activity
    bool decides = false;                 ///< it holds with the activity and not without it
};
struct TargetLoss {
    IndicatorIndex indicator;
    int year = 0;                  ///< whose target is met with the activity and not without it
    double before = 0, after = 0;  ///< at the year's end
};
struct ActivityWorth {
    ActivityIndex activity;
    std::vector<GateLoss> gates;      ///< by gate; nothing that it does not touch
    std::vector<TargetLoss> targets;  ///< by indicator and year
    int gates_lost = 0;               ///< that pass on expected values with it and not without it
};

struct Outcomes {
    std::vector<IndicatorOutcome> indicators;  ///< by IndicatorIndex
    std::vector<ActivityWorth> worth;  ///< of chosen activities that gates or targets would miss; the most first
};

}  // namespace masar::plan
