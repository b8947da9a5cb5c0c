#pragma once
// Between which amounts a sample's costs can lie: fixes the bins before the first sample, the same for every shard.
#include "forecast/draw_plan.h"

namespace masar::forecast {

struct AmountRange {
    double low = 0, high = 0;
};

/// Per budget, over all periods; what may be skipped or not happen counts from 0.
[[nodiscard]] std::vector<AmountRange> cost_ranges(const DrawPlan& plan);
/// Empty counts over the range.
[[nodiscard]] AmountCounts empty_counts(AmountRange range, std::int64_t limit);

}  // namespace masar::forecast
