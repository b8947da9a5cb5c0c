#include "engine/branching/smallest_start.h"

#include <tuple>

namespace masar::engine {

std::optional<Bound> SmallestStart::choose(const Trail& trail) {
    std::optional<std::tuple<std::int32_t, std::int32_t, Variable>> best;
    for (const Variable x : variables_) {
        if (trail.fixed(x)) continue;
        const std::tuple key(trail.least(x), trail.greatest(x), x);
        if (!best || key < *best) best = key;
    }
    if (!best) return std::nullopt;
    return at_most(std::get<2>(*best), std::get<0>(*best));
}

}  // namespace masar::engine
