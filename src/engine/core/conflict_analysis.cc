// Learning from a conflict: ClauseEngine's second half.
#include "engine/core/clause_engine.h"

#include <algorithm>

namespace masar::engine {

void ClauseEngine::explain(std::int32_t position, Bound implied, Explanation& out) const {
    const Entry& entry = trail_[position];
    if (entry.reason.propagator == Reason::clause) {
        for (const Bound literal : clauses_.literals(entry.reason.data))
            if (literal.side != entry.side || literal.value != entry.new_value) out.push_back(literal.negated());
    } else if (entry.reason.propagator >= 0) {
        const std::size_t before = out.size();
        propagators_[static_cast<std::size_t>(entry.reason.propagator)]->explain(*this, implied, entry.reason.data,
                                                                                 position, out);
        if (log_ != nullptr) tell_explanation(position, implied, std::span(out).subspan(before));
    }
}

/// Adds a bound to the conjunction under analysis; bounds of one side merge into the stronger.
void ClauseEngine::include(Bound bound) {
    Need& need = needs_[static_cast<std::size_t>(bound.side)];
    if (need.position >= 0 && need.value >= bound.value) return;
    const std::int32_t position = trail_.position(bound);
    if (position < 0 || trail_[position].level == 0) return;
    if (need.position < 0) needed_.push_back(bound.side);
    const std::int32_t level = trail_.level();
    const bool counted = need.position >= 0 && trail_[need.position].level == level;
    if (!counted && trail_[position].level == level) ++open_;
    need = {bound.value, position};
    involved_.push_back(bound);
}

std::int32_t ClauseEngine::conflict_level() const {
    std::int32_t level = 0;
    for (const Bound bound : conflict_) {
        const std::int32_t position = trail_.position(bound);
        if (position >= 0) level = std::max(level, trail_[position].level);
    }
    return level;
}

Bound ClauseEngine::find_unique_implication_point() {
    for (const Bound bound : conflict_) include(bound);
    for (std::int32_t position = trail_.size() - 1;; --position) {
        const Side side = trail_[position].side;
        Need& need = needs_[static_cast<std::size_t>(side)];
        if (need.position != position) continue;
        const Bound implied{side, need.value};
        if (open_ == 1) return implied;
        need.position = -1;
        --open_;
        scratch_.clear();
        explain(position, implied, scratch_);
        const Reason reason = trail_[position].reason;
        if (reason.propagator == Reason::clause && clauses_[reason.data].learnt) clauses_.bump(reason.data);
        for (const Bound bound : scratch_) include(bound);
    }
}

/// Whether the need of `side` follows from the other needs alone (recursive minimisation; Sörensson, Biere 2009). Only needs that
/// were true earlier count, so that two needs cannot excuse each other.
bool ClauseEngine::redundant(Side side) {
    const Need need = needs_[static_cast<std::size_t>(side)];
    explanations_left_ = learning_.explanations;
    return follows({side, need.value}, {need.position, need.position, 0});
}

bool ClauseEngine::follows(Bound bound, Descent at) {
    if (trail_[at.position].reason.propagator == Reason::decision || --explanations_left_ < 0) return false;
    if (reasons_.size() <= at.depth) reasons_.resize(at.depth + 1);
    reasons_[at.depth].clear();
    explain(at.position, bound, reasons_[at.depth]);
    for (std::size_t i = 0; i < reasons_[at.depth].size(); ++i) {
        const Bound each = reasons_[at.depth][i];
        const Need& need = needs_[static_cast<std::size_t>(each.side)];
        if (need.position >= 0 && need.position < at.before && need.value >= each.value) continue;
        const std::int32_t position = trail_.position(each);
        if (position < 0 || trail_[position].level == 0) continue;
        // What its own level says nothing of cannot follow.
        if (at.depth + 1 == deepest_ || !level_needed_[static_cast<std::size_t>(trail_[position].level)]) return false;
        if (!follows(each, {position, at.before, at.depth + 1})) return false;
    }
    return true;
}

void ClauseEngine::build_clause(Bound point) {
    std::ranges::sort(needed_);
    needed_.erase(std::unique(needed_.begin(), needed_.end()), needed_.end());
    learnt_.assign(1, point.negated());
    level_needed_.assign(static_cast<std::size_t>(trail_.level()) + 1, false);
    for (const Side side : needed_)
        if (const Need& need = needs_[static_cast<std::size_t>(side)]; need.position >= 0)
            level_needed_[static_cast<std::size_t>(trail_[need.position].level)] = true;
    std::vector<Bound> kept;
    for (const Side side : needed_) {
        const Need& need = needs_[static_cast<std::size_t>(side)];
        if (need.position >= 0 && side != point.side && !redundant(side)) kept.push_back({side, need.value});
    }
    // The literal of the highest level comes second: it is watched, and its level is where the search goes back to.
    const auto level_of = [&](Bound bound) {
        return trail_[needs_[static_cast<std::size_t>(bound.side)].position].level;
    };
    std::ranges::stable_sort(kept, std::ranges::greater{}, level_of);
    for (const Bound bound : kept) learnt_.push_back(bound.negated());
    forget_needs();
}

void ClauseEngine::forget_needs() {
    for (const Side side : needed_) needs_[static_cast<std::size_t>(side)].position = -1;
    needed_.clear();
    open_ = 0;
}

bool ClauseEngine::assert_learnt() {
    if (learnt_.size() == 1) {
        backtrack(0);
        return raise_at_root(learnt_.front());
    }
    std::vector<std::int32_t> levels;
    for (const Bound literal : learnt_) levels.push_back(trail_[trail_.position(literal.negated())].level);
    const std::int32_t back = levels[1];
    std::ranges::sort(levels);
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    backtrack(back);
    const ClauseIndex index = clauses_.add(learnt_, static_cast<std::int32_t>(levels.size()), true);
    trail_.raise(learnt_.front(), {Reason::clause, index});
    return true;
}

Explanation ClauseEngine::explanation_of(std::int32_t position, Bound implied) const {
    Explanation out;
    explain(position, implied, out);
    return out;
}

Explanation ClauseEngine::decisions_behind(Bound bound) {
    Explanation decisions;
    include(bound);
    for (std::int32_t position = trail_.size() - 1; position >= 0 && trail_[position].level > 0; --position) {
        const Entry& entry = trail_[position];
        Need& need = needs_[static_cast<std::size_t>(entry.side)];
        if (need.position != position) continue;
        need.position = -1;
        if (entry.reason.propagator == Reason::decision) {
            decisions.push_back({entry.side, entry.new_value});
            continue;
        }
        scratch_.clear();
        explain(position, {entry.side, need.value}, scratch_);
        for (const Bound each : scratch_) include(each);
    }
    forget_needs();
    return decisions;
}

bool ClauseEngine::resolve_conflict() {
    if (refuted_) return false;
    ++conflicts_;
    if (log_ != nullptr) tell_conflict();
    const std::int32_t level = conflict_level();
    refuted_ = level == 0;
    if (refuted_) return false;
    backtrack(level);
    involved_.clear();
    build_clause(find_unique_implication_point());
    clauses_.decay();
    if (log_ != nullptr) log_->learnt(learnt_);
    return assert_learnt();
}

}  // namespace masar::engine
