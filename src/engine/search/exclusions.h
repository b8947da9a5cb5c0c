#pragma once
// Which activities cannot run at the same time, because together they ask more of some pool than it ever has; and which of them
// exclude each other all together: cliques, found across pools (Sidorov, Marijnissen, Demirović 2025).
#include "problem/problem.h"

#include <functional>
#include <utility>
#include <vector>

namespace masar::engine {

class Exclusions {
public:
    /// Speaks of activities in one mode, on every day, that surely take part: those for which `simple` holds.
    Exclusions(const problem::Problem& problem, const std::function<bool(std::int32_t)>& simple);

    [[nodiscard]] std::int32_t days(std::int32_t activity) const;
    /// Pairs that exclude each other and that no chain of links has put in order. Empty when there are too many to help.
    [[nodiscard]] std::vector<std::pair<std::int32_t, std::int32_t>> open_pairs() const;
    /// Maximal ones of at least three, each excluded pair in the first one found; those within a chain of links are left out.
    [[nodiscard]] std::vector<std::vector<std::int32_t>> cliques() const;

private:
    void exclude_in(const problem::Problem& problem, std::int32_t pool);
    void find_order(const problem::Problem& problem);
    [[nodiscard]] bool excluded(std::int32_t a, std::int32_t b) const { return excluded_[at(a)][at(b)]; }
    [[nodiscard]] bool ordered(std::int32_t a, std::int32_t b) const { return ordered_[at(a)][at(b)]; }
    [[nodiscard]] static std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

    const problem::Problem& problem_;
    std::vector<std::int32_t> simple_;         ///< activities, rising
    std::vector<std::vector<bool>> excluded_;  ///< by activity
    std::vector<std::vector<bool>> ordered_;   ///< a ends before b starts, in every schedule
};

}  // namespace masar::engine
