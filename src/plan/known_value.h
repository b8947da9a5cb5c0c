#pragma once
// What is known of an indicator: what it was before the roadmap, and what has been measured since.
#include "plan/plan.h"

#include <optional>

namespace masar::plan {

struct KnownValue {
    base::Decimal value;
    std::optional<calendar::Date> on;  ///< none = the plan's first day
};

/// The last verified observation on or before `day`, else the baseline; nothing without either. What somebody has measured counts
/// whatever was expected: effects that came before it are in it.
[[nodiscard]] inline std::optional<KnownValue> known_value(const Indicator& indicator, calendar::Date day) {
    std::optional<KnownValue> known;
    if (indicator.baseline) known = KnownValue{*indicator.baseline, indicator.baseline_on};
    for (const Observation& each : indicator.observations)
        if (each.state == ObservationState::verified && each.on.value <= day)
            known = KnownValue{each.value, each.on.value};
    return known;
}

}  // namespace masar::plan
