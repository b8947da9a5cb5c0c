#pragma once
// Modes traded against one another: a short mode saves days on a path and costs units of pools or of what does not renew. Each mode
// constraint alone is satisfied by a different choice of modes; a weighted sum of them is not, and it bounds the makespan. The weights
// are found by a Lagrangian ascent (time-cost trade-off relaxation, as in Maniezzo, Mingozzi 1999) and rounded to integers; the sum
// holds for every schedule whatever the weights are.
#include "problem/problem.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace masar::engine {

/// Σ weight[activity][mode] <= per_day · makespan + constant, for every schedule.
struct TradeOff {
    std::vector<std::vector<std::int64_t>> weight;  ///< per activity; empty = does not count
    std::int64_t per_day = 0, constant = 0;

    /// What the least weights prove of the makespan.
    [[nodiscard]] std::int64_t makespan_bound() const;
};

struct TradeOffSetup {
    const problem::Problem& problem;
    /// Whether the activity could run in the mode.
    std::function<bool(std::int32_t activity, std::int32_t mode)> possible;
};

/// The sum that bounds the makespan best; nothing where there is nothing to trade, or time is not plain days.
[[nodiscard]] std::optional<TradeOff> best_trade_off(const TradeOffSetup& setup);

}  // namespace masar::engine
