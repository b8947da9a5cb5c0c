#include "engine/core/clause_base.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace masar::engine {

ClauseIndex ClauseBase::add(std::span<const Bound> literals, std::int32_t glue, bool learnt) {
    const auto index = static_cast<ClauseIndex>(clauses_.size());
    clauses_.push_back({static_cast<std::uint32_t>(literals_.size()), static_cast<std::uint32_t>(literals.size()), glue,
                        bump_, learnt, false});
    literals_.insert(literals_.end(), literals.begin(), literals.end());
    learnt_count_ += learnt ? 1 : 0;
    watch(literals[0], {index, literals[1]});
    watch(literals[1], {index, literals[0]});
    return index;
}

void ClauseBase::watch(Bound literal, Watch watch) {
    const Bound falsifying = literal.negated();
    std::vector<Bucket>& buckets = watches_[static_cast<std::size_t>(falsifying.side)];
    const auto place = std::ranges::lower_bound(buckets, falsifying.value, {}, &Bucket::value);
    if (place != buckets.end() && place->value == falsifying.value)
        place->watches.push_back(watch);
    else
        buckets.insert(place, Bucket{falsifying.value, {watch}});
}

ClauseIndex ClauseBase::visit(Trail& trail, Side side, std::int32_t old_value, std::int32_t new_value) {
    std::vector<Bucket>& buckets = watches_[static_cast<std::size_t>(side)];
    const auto first = std::ranges::upper_bound(buckets, old_value, {}, &Bucket::value);
    // New watches on this side lie above new_value (their literals are not false yet), so positions up to it stay.
    for (auto at = static_cast<std::size_t>(first - buckets.begin());
         at < buckets.size() && buckets[at].value <= new_value; ++at) {
        std::vector<Watch> watches = std::exchange(buckets[at].watches, {});
        const Bound falsified = Bound{side, buckets[at].value}.negated();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < watches.size(); ++i) {
            const Watch watch = watches[i];
            if (trail.is_true(watch.other)) {
                watches[kept++] = watch;
                continue;
            }
            if (clauses_[static_cast<std::size_t>(watch.clause)].removed) continue;
            const VisitResult result = visit_watch(trail, falsified, watch.clause);
            if (result.moved) continue;
            watches[kept++] = {watch.clause, result.other};
            if (!result.conflict) continue;
            kept =
                static_cast<std::size_t>(std::copy(watches.begin() + static_cast<std::ptrdiff_t>(i) + 1, watches.end(),
                                                   watches.begin() + static_cast<std::ptrdiff_t>(kept))
                                         - watches.begin());
            watches.resize(kept);
            buckets[at].watches = std::move(watches);
            return watch.clause;
        }
        watches.resize(kept);
        buckets[at].watches = std::move(watches);
    }
    return -1;
}

ClauseBase::VisitResult ClauseBase::visit_watch(Trail& trail, Bound falsified, ClauseIndex index) {
    const Clause& clause = clauses_[static_cast<std::size_t>(index)];
    Bound* literals = literals_.data() + clause.begin;
    if (literals[0] == falsified) std::swap(literals[0], literals[1]);
    if (trail.is_true(literals[0])) return {false, false, literals[0]};
    for (std::uint32_t i = 2; i < clause.size; ++i) {
        if (trail.is_false(literals[i])) continue;
        std::swap(literals[1], literals[i]);
        watch(literals[1], {index, literals[0]});
        return {true, false, {}};
    }
    if (trail.is_false(literals[0])) return {false, true, literals[0]};
    trail.raise(literals[0], {Reason::clause, index});
    return {false, false, literals[0]};
}

void ClauseBase::bump(ClauseIndex index) {
    Clause& clause = clauses_[static_cast<std::size_t>(index)];
    clause.activity += bump_;
    if (clause.activity < 1e20F) return;
    for (Clause& each : clauses_) each.activity *= 1e-20F;
    bump_ *= 1e-20F;
}

void ClauseBase::reduce(const std::vector<bool>& locked, Worse worse) {
    std::vector<ClauseIndex> candidates;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
        const Clause& clause = clauses_[i];
        if (clause.learnt && !clause.removed && !locked[i] && clause.glue > 2 && clause.size > 2)
            candidates.push_back(static_cast<ClauseIndex>(i));
    }
    std::ranges::sort(candidates, [&](ClauseIndex a, ClauseIndex b) {
        const Clause &x = (*this)[a], &y = (*this)[b];
        if (worse == Worse::more_glue && x.glue != y.glue) return x.glue > y.glue;
        return std::tuple(x.activity, -x.glue, a) < std::tuple(y.activity, -y.glue, b);
    });
    candidates.resize(candidates.size() / 2);
    for (const ClauseIndex each : candidates) (*this)[each].removed = true;
    learnt_count_ -= candidates.size();
    forget_removed();
}

/// Indices stay, because reasons hold them; only the literals' room and the watches are given back.
void ClauseBase::forget_removed() {
    std::vector<Bound> kept;
    kept.reserve(literals_.size());
    for (Clause& clause : clauses_) {
        const auto begin = literals_.begin() + clause.begin;
        clause.begin = static_cast<std::uint32_t>(kept.size());
        if (clause.removed)
            clause.size = 0;
        else
            kept.insert(kept.end(), begin, begin + clause.size);
    }
    literals_ = std::move(kept);
    const auto gone = [&](const Watch& watch) { return clauses_[static_cast<std::size_t>(watch.clause)].removed; };
    for (std::vector<Bucket>& buckets : watches_) {
        for (Bucket& bucket : buckets) std::erase_if(bucket.watches, gone);
        std::erase_if(buckets, [](const Bucket& bucket) { return bucket.watches.empty(); });
    }
}

}  // namespace masar::engine
