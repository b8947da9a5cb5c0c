#pragma once
// A minimal conflict by preference: groups come in an order, the most wanted first. They are assumed in that order, so that the first
// proof rests on the wanted ones where it can; then one after the other is dropped, the least wanted first, and what stays impossible
// takes its own core along, often much smaller (Eén, Sörensson 2003; Junker 2004 for the idea of preferred explanations).
#include "engine/search/assumption_search.h"

namespace masar::engine {

struct PreferredConflict {
    std::vector<std::int32_t> members;  ///< rising
    bool minimal = true;                ///< false: something was not decided within the limits
};

struct Preference {
    std::vector<std::int32_t> order;  ///< as a whole it must clash
    std::size_t below = SIZE_MAX;     ///< of no interest with so many members or more
    ExactLimits first{}, each{};      ///< of the first proof, and of each drop
};

/// Nothing when it would have too many members, or the first proof was not found.
[[nodiscard]] std::optional<PreferredConflict> preferred_conflict(AssumptionSearch& search, const Preference& wanted);
/// The same without the first proof: `wanted.order` is a core.
[[nodiscard]] std::optional<PreferredConflict> shrunk_core(AssumptionSearch& search, const Preference& wanted);

}  // namespace masar::engine
