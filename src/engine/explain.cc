#include "engine/explain.h"

#include "engine/search/assumption_search.h"
#include "problem/checker.h"

#include <algorithm>
#include <cassert>

namespace masar::engine {
namespace {

using Members = std::vector<std::int32_t>;

Members all_but(std::size_t count, const Members& dropped) {
    Members members;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(count); ++i)
        if (!std::ranges::binary_search(dropped, i)) members.push_back(i);
    return members;
}

/// Drops one member after the other. What is left when a drop stays impossible is again a core, often much smaller.
void shrink(AssumptionSearch& search, const ConflictLimits& limits, ConflictSet& set) {
    set.minimal = true;
    Members needed;
    while (true) {
        const auto open = std::ranges::find_if(
            set.members, [&](std::int32_t each) { return std::ranges::find(needed, each) == needed.end(); });
        if (open == set.members.end()) return;
        const std::int32_t dropped = *open;
        Members rest = set.members;
        std::erase(rest, dropped);
        const auto outcome = search.run(rest, {limits.conflicts / 10, limits.stop});
        if (outcome.status == AssumptionSearch::Status::refuted) {
            set.members = outcome.core;
            continue;
        }
        needed.push_back(dropped);
        if (outcome.status == AssumptionSearch::Status::limit) set.minimal = false;
    }
}

}  // namespace

ConflictSet find_conflict(const problem::Problem& problem, std::span<const std::vector<problem::Statement>> groups,
                          const ConflictLimits& limits) {
    ConflictSet set;
    AssumptionSearch search(problem, groups);
    if (!search.supported()) {
        set.status = ConflictStatus::unsupported;
        return set;
    }
    auto outcome = search.run(all_but(groups.size(), limits.dropped), {limits.conflicts, limits.stop});
    if (outcome.status == AssumptionSearch::Status::found) {
        set.status = ConflictStatus::feasible;
        set.schedule = std::move(outcome.schedule);
        assert(!limits.dropped.empty() || problem::check(problem, *set.schedule).empty());
    } else if (outcome.status == AssumptionSearch::Status::refuted) {
        set.status = ConflictStatus::conflict;
        set.members = std::move(outcome.core);
        if (limits.shrink) shrink(search, limits, set);
    }
    set.conflicts = search.conflicts();
    return set;
}

}  // namespace masar::engine
