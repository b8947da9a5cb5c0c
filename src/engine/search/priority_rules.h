#pragma once
// Static priority rules as keys, the least first, in sixteenths of a day (Kolisch 1995; Klein 2000), and biased random
// sampling of them.
#include "base/random_stream.h"
#include "engine/core/instance.h"
#include "problem/passes.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

enum class Rule : std::uint8_t {
    latest_start,    ///< LST
    latest_finish,   ///< LFT
    slack,           ///< latest less earliest start
    successors,      ///< MTS: most activities after it
    rank_weight,     ///< GRPW: longest itself with its successors
    earliest_start,  ///< EST
};

/// Keys are whole numbers; this many to a day.
constexpr std::int32_t key_steps = 16;

/// Keys of one rule. `modes` give the durations.
[[nodiscard]] std::vector<std::int32_t> keys_by(Rule rule, const Instance& instance, const problem::Passes& outlook);

/// Draws an order in which each next activity is chosen among the remaining with probability proportional to
/// exp(-key / temperature): the exponential form of regret-based biased sampling (Drexl 1991; Kolisch 1995), drawn at once
/// by adding Gumbel noise to every key (Yellott 1977), which costs the same however many activities are eligible.
void add_sampling_noise(std::vector<std::int32_t>& keys, double temperature_days, base::RandomStream& random);

}  // namespace masar::engine
