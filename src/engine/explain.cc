#include "engine/explain.h"

#include "engine/search/preferred_conflict.h"
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

/// The first core is shrunk, then the orders wanted are tried for a smaller one; a few members need no second opinion. An order that
/// costs many conflicts is given up: it is an opinion, and one is there.
class Shrinking {
public:
    Shrinking(AssumptionSearch& search, const ConflictLimits& limits, ConflictSet& set)
        : search_(search), limits_(limits), set_(set) {}

    void shrink() {
        constexpr std::size_t few = 3;
        set_.minimal = false;
        // What comes first in the enumeration is rather left out.
        const Members core(set_.members.rbegin(), set_.members.rend());
        take(shrunk_core(search_, {core, SIZE_MAX, {}, {limits_.conflicts / 10, limits_.stop}}));
        for (const Members& order : limits_.preferences)
            if (set_.members.size() > few) try_order(order);
    }

private:
    void try_order(Members order) {
        std::erase_if(order, [&](std::int32_t each) { return std::ranges::binary_search(limits_.dropped, each); });
        const std::int64_t most = search_.conflicts() + limits_.conflicts / 100;
        const auto stop = [this, most] { return search_.conflicts() > most || (limits_.stop && limits_.stop()); };
        const ExactLimits little{limits_.conflicts / 400, stop};
        take(preferred_conflict(search_, {std::move(order), set_.members.size(), little, little}));
    }

    void take(const std::optional<PreferredConflict>& found) {
        if (!found || (set_.minimal && !found->minimal)) return;
        set_.members = found->members;
        set_.minimal = found->minimal;
    }

    AssumptionSearch& search_;
    const ConflictLimits& limits_;
    ConflictSet& set_;
};

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
        if (limits.shrink) Shrinking(search, limits, set).shrink();
    }
    set.conflicts = search.conflicts();
    return set;
}

}  // namespace masar::engine
