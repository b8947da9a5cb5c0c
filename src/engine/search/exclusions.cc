#include "engine/search/exclusions.h"

#include <algorithm>
#include <numeric>

namespace masar::engine {
namespace {

using problem::Anchor;
using problem::Problem;

/// Beyond these the matrix, and the variables, cost more than they have been seen to help.
constexpr std::int32_t most_activities = 400;
constexpr std::size_t most_pairs = 4'000;

std::int32_t units_in(const problem::Mode& mode, std::int32_t pool) {
    std::int32_t units = 0;
    for (const problem::Demand& demand : mode.demands)
        if (demand.pool == pool) units += demand.units;
    return units;
}

}  // namespace

Exclusions::Exclusions(const Problem& problem, const std::function<bool(std::int32_t)>& simple) : problem_(problem) {
    if (problem.size() > most_activities) return;
    for (std::int32_t i = 0; i < problem.size(); ++i)
        if (simple(i) && days(i) > 0) simple_.push_back(i);
    excluded_.assign(at(problem.size()), std::vector<bool>(at(problem.size()), false));
    ordered_ = excluded_;
    for (std::int32_t pool = 0; pool < static_cast<std::int32_t>(problem.data().pools.size()); ++pool)
        exclude_in(problem, pool);
    find_order(problem);
}

std::int32_t Exclusions::days(std::int32_t activity) const {
    return problem_.activity(activity).modes.front().duration;
}

void Exclusions::exclude_in(const Problem& problem, std::int32_t pool) {
    const auto& steps = problem.data().pools[at(pool)].steps;
    const std::int32_t most = std::ranges::max_element(steps, {}, &problem::CapacityStep::capacity)->capacity;
    std::vector<std::int32_t> units(at(problem.size()), 0);
    for (const std::int32_t each : simple_) units[at(each)] = units_in(problem.activity(each).modes.front(), pool);
    for (const std::int32_t a : simple_)
        for (const std::int32_t b : simple_)
            if (a != b && units[at(a)] > 0 && units[at(b)] > 0 && units[at(a)] + units[at(b)] > most)
                excluded_[at(a)][at(b)] = true;
}

/// By chains of plain links only: what windows order is seen by propagation anyway.
void Exclusions::find_order(const Problem& problem) {
    for (const problem::Link& link : problem.data().links) {
        const bool plain = link.from_anchor == Anchor::finish && link.to_anchor == Anchor::start
                           && link.sense == problem::Sense::at_least && link.lag >= 0;
        const bool both = !problem.activity(link.from).optional && !problem.activity(link.to).optional;
        if (plain && both) ordered_[at(link.from)][at(link.to)] = true;
    }
    for (std::int32_t middle = 0; middle < problem.size(); ++middle)
        for (std::int32_t a = 0; a < problem.size(); ++a) {
            if (!ordered(a, middle)) continue;
            for (std::int32_t b = 0; b < problem.size(); ++b)
                if (ordered(middle, b)) ordered_[at(a)][at(b)] = true;
        }
}

std::vector<std::pair<std::int32_t, std::int32_t>> Exclusions::open_pairs() const {
    std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
    for (const std::int32_t a : simple_)
        for (const std::int32_t b : simple_)
            if (a < b && excluded(a, b) && !ordered(a, b) && !ordered(b, a)) pairs.emplace_back(a, b);
    if (pairs.size() > most_pairs) pairs.clear();
    return pairs;
}

std::vector<std::vector<std::int32_t>> Exclusions::cliques() const {
    std::vector<std::vector<std::int32_t>> found;
    std::vector<std::vector<bool>> covered = ordered_;
    // Whatever a chain has put in order belongs together as well: it, too, never overlaps.
    const auto apart = [&](std::int32_t a, std::int32_t b) { return excluded(a, b) || ordered(a, b) || ordered(b, a); };
    for (const auto& [a, b] : open_pairs()) {
        if (covered[at(a)][at(b)]) continue;
        std::vector<std::int32_t> clique{a, b};
        for (const std::int32_t each : simple_)
            if (std::ranges::all_of(clique, [&](std::int32_t member) { return member != each && apart(member, each); }))
                clique.push_back(each);
        for (const std::int32_t x : clique)
            for (const std::int32_t y : clique) covered[at(x)][at(y)] = true;
        if (clique.size() > 2) found.push_back(std::move(clique));
    }
    return found;
}

}  // namespace masar::engine
