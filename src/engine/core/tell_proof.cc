// What ClauseEngine tells a ProofLog. Explanations are made only when asked for, so what happened without any decision, which analysis
// never asks about, is asked for here.
#include "engine/core/clause_engine.h"

namespace masar::engine {
namespace {

Explanation negated(std::span<const Bound> conjunction) {
    Explanation clause;
    for (const Bound bound : conjunction) clause.push_back(bound.negated());
    return clause;
}

}  // namespace

void ClauseEngine::tell_explanation(std::int32_t position, Bound implied, std::span<const Bound> reasons) const {
    const Reason reason = trail_[position].reason;
    Explanation clause = negated(reasons);
    clause.push_back(implied);
    log_->explained(clause, propagators_[static_cast<std::size_t>(reason.propagator)]->origin_of(reason.data));
}

void ClauseEngine::tell_root() {
    for (; told_ < trail_.size() && trail_[told_].level == 0; ++told_) {
        const Entry& entry = trail_[told_];
        Explanation reasons;
        if (entry.reason.propagator >= 0) explain(told_, {entry.side, entry.new_value}, reasons);
    }
}

void ClauseEngine::tell_conflict() {
    tell_root();
    if (conflict_origin_ >= 0) log_->explained(negated(conflict_), conflict_origin_);
    if (conflict_level() == 0) log_->learnt({});
}

void ClauseEngine::tell_clause(std::span<const Bound> clause) {
    if (log_ == nullptr) return;
    tell_root();
    log_->learnt(clause);
}

}  // namespace masar::engine
