#include "engine/search/preferred_conflict.h"

#include <algorithm>

namespace masar::engine {
namespace {

using Members = std::vector<std::int32_t>;
using Status = AssumptionSearch::Status;

/// Those of the order that are in the core, which is rising.
Members only(const Members& order, const Members& core) {
    Members kept;
    std::ranges::copy_if(order, std::back_inserter(kept),
                         [&](std::int32_t each) { return std::ranges::binary_search(core, each); });
    return kept;
}

}  // namespace

std::optional<PreferredConflict> shrunk_core(AssumptionSearch& search, const Preference& wanted) {
    PreferredConflict found;
    Members open = wanted.order;
    // Behind `needed` from the end: without any one of them there is a schedule.
    for (std::size_t needed = 0; needed < open.size();) {
        Members rest = open;
        rest.erase(rest.end() - static_cast<std::ptrdiff_t>(needed) - 1);
        Members assumed = rest;
        std::ranges::sort(assumed);  // as the plan's statements are listed: what leaves least to search comes first
        const auto outcome = search.run(assumed, wanted.each);
        if (outcome.status == Status::refuted) {
            open = only(rest, outcome.core);
            continue;
        }
        found.minimal = found.minimal && outcome.status == Status::found;
        // A drop that stays undecided under a limit of its own is no reason to go on.
        if (++needed >= wanted.below || (outcome.status == Status::limit && wanted.below != SIZE_MAX))
            return std::nullopt;
    }
    std::ranges::sort(open);
    found.members = std::move(open);
    return found;
}

std::optional<PreferredConflict> preferred_conflict(AssumptionSearch& search, const Preference& wanted) {
    const auto first = search.run(wanted.order, wanted.first);
    if (first.status != Status::refuted) return std::nullopt;
    Preference core = wanted;
    core.order = only(wanted.order, first.core);
    return shrunk_core(search, core);
}

}  // namespace masar::engine
