#include "engine/constraints/disjunctive_pairs.h"

#include <algorithm>
#include <numeric>

namespace masar::engine {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

DisjunctivePairs::DisjunctivePairs(std::vector<DisjunctivePair> pairs)
    : pairs_(std::move(pairs)), waiting_(pairs_.size()), waits_(pairs_.size(), true) {
    std::iota(waiting_.begin(), waiting_.end(), 0);
    for (std::size_t i = 0; i < pairs_.size(); ++i)
        for (const Variable each : {pairs_[i].first.start, pairs_[i].second.start, pairs_[i].order}) {
            if (at(each) >= of_variable_.size()) of_variable_.resize(at(each) + 1);
            of_variable_[at(each)].push_back(static_cast<std::int32_t>(i));
        }
}

std::vector<Side> DisjunctivePairs::wakes_on() const {
    std::vector<Side> sides;
    for (std::size_t x = 0; x < of_variable_.size(); ++x)
        if (const auto variable = static_cast<Variable>(x); !of_variable_[x].empty())
            sides.insert(sides.end(), {lower(variable), upper(variable)});
    return sides;
}

void DisjunctivePairs::notice(Side side) {
    for (const std::int32_t pair : of_variable_[at(side / 2)]) {
        if (waits_[at(pair)]) continue;
        waits_[at(pair)] = true;
        waiting_.push_back(pair);
    }
}

DisjunctivePairs::Way DisjunctivePairs::way_of(std::int32_t pair, bool as_written) const {
    const DisjunctivePair& its = pairs_[at(pair)];
    if (as_written) return {its.first, its.second, at_least(its.order, 1)};
    return {its.second, its.first, at_most(its.order, 0)};
}

bool DisjunctivePairs::propagate(ClauseEngine& engine) {
    while (!waiting_.empty()) {
        const std::int32_t pair = waiting_.back();
        waiting_.pop_back();
        waits_[at(pair)] = false;
        // After a conflict the others still wait.
        if (!look_at(engine, pair)) return false;
    }
    return true;
}

bool DisjunctivePairs::look_at(ClauseEngine& engine, std::int32_t pair) {
    const Trail& trail = engine.trail();
    for (const bool as_written : {true, false}) {
        const Way way = way_of(pair, as_written);
        const bool too_late = trail.least(way.before.start) + way.before.days > trail.greatest(way.after.start);
        if (too_late && !engine.raise(way.chosen.negated(), *this, pair)) return false;
        if (trail.is_true(way.chosen) && !push(engine, pair, way)) return false;
    }
    return true;
}

bool DisjunctivePairs::push(ClauseEngine& engine, std::int32_t pair, const Way& way) {
    const Trail& trail = engine.trail();
    const std::int32_t days = way.before.days;
    return engine.raise(at_least(way.after.start, trail.least(way.before.start) + days), *this, pair)
           && engine.raise(at_most(way.before.start, trail.greatest(way.after.start) - days), *this, pair);
}

void DisjunctivePairs::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                               Explanation& out) const {
    const DisjunctivePair& pair = pairs_[at(data)];
    if (implied.side / 2 == pair.order) {
        // Not this way: what would come first cannot end before the other must start.
        const Way way = way_of(data, implied == at_most(pair.order, 0));
        const std::int32_t latest = -engine.trail().value_before(upper(way.after.start), index);
        out.push_back(at_most(way.after.start, latest));
        out.push_back(at_least(way.before.start, latest + 1 - way.before.days));
        return;
    }
    const bool later = implied.side % 2 == 0;
    const Way way = way_of(data, (implied.side / 2 == pair.second.start) == later);
    out.push_back(way.chosen);
    out.push_back(later ? at_least(way.before.start, implied.value - way.before.days)
                        : at_most(way.after.start, -implied.value + way.before.days));
}

}  // namespace masar::engine
