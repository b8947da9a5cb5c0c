#include "engine/search/priority_rules.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace masar::engine {
namespace {

/// How many activities come after each: exactly up to some thousand activities, beyond that the longest chain, which needs
/// no square table.
std::vector<std::int32_t> count_successors(const Instance& instance) {
    constexpr std::int32_t most = 4'000;
    const auto& problem = instance.problem();
    const auto& order = problem.topological_order();
    std::vector<std::int32_t> counts(instance.size());
    const std::size_t words = instance.size() <= most ? (static_cast<std::size_t>(instance.size()) + 63) / 64 : 0;
    std::vector<std::uint64_t> after(words * instance.size());
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        std::uint64_t* const own = after.data() + words * *it;
        for (const std::int32_t index : problem.links_from(*it)) {
            if (!instance.forward(index)) continue;
            const std::int32_t next = problem.data().links[index].to;
            if (words == 0) {
                counts[*it] = std::max(counts[*it], counts[next] + 1);
                continue;
            }
            for (std::size_t w = 0; w < words; ++w) own[w] |= after[words * next + w];
            own[next / 64] |= std::uint64_t{1} << (next % 64);
        }
        for (std::size_t w = 0; w < words; ++w) counts[*it] += std::popcount(own[w]);
    }
    return counts;
}

std::int32_t rank_weight(const Instance& instance, std::int32_t activity) {
    std::int32_t weight = instance.terms(activity, 0).duration;
    for (const std::int32_t index : instance.problem().links_from(activity)) {
        const auto& link = instance.problem().data().links[index];
        if (instance.forward(index)) weight += instance.terms(link.to, 0).duration;
    }
    return weight;
}

Day dated(Day day, Day horizon) { return std::clamp(day, -horizon, horizon); }

}  // namespace

std::vector<std::int32_t> keys_by(Rule rule, const Instance& instance, const problem::Passes& outlook) {
    std::vector<std::int32_t> keys(instance.size());
    const std::vector<std::int32_t> after =
        rule == Rule::successors ? count_successors(instance) : std::vector<std::int32_t>{};
    const Day horizon = instance.horizon();
    for (std::int32_t i = 0; i < instance.size(); ++i) {
        const Day earliest = dated(outlook.earliest_start[i], horizon),
                  latest = dated(outlook.latest_start[i], horizon);
        switch (rule) {
            case Rule::latest_start: keys[i] = latest; break;
            case Rule::latest_finish: keys[i] = dated(outlook.latest_end[i], horizon); break;
            case Rule::slack: keys[i] = latest - earliest; break;
            case Rule::successors: keys[i] = -after[i]; break;
            case Rule::rank_weight: keys[i] = -rank_weight(instance, i); break;
            case Rule::earliest_start: keys[i] = earliest; break;
        }
        keys[i] *= key_steps;
    }
    return keys;
}

void add_sampling_noise(std::vector<std::int32_t>& keys, double temperature_days, base::RandomStream& random) {
    const double scale = temperature_days * key_steps;
    for (auto& key : keys) {
        const double uniform = (static_cast<double>(random.next()) + 0.5) * 0x1.0p-32;
        const double gumbel = -std::log(-std::log(uniform));
        key -= static_cast<std::int32_t>(std::lround(scale * gumbel));
    }
}

}  // namespace masar::engine
