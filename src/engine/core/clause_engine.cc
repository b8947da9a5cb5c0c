#include "engine/core/clause_engine.h"

#include <algorithm>

namespace masar::engine {

Variable ClauseEngine::add_variable(std::int32_t least, std::int32_t greatest) {
    for (int side = 0; side < 2; ++side) {
        clauses_.add_side();
        wakes_.emplace_back();
        needs_.emplace_back();
    }
    return trail_.add_variable(least, greatest);
}

void ClauseEngine::add(std::unique_ptr<Propagator> propagator) {
    const auto index = static_cast<std::int32_t>(propagators_.size());
    for (const Side side : propagator->wakes_on()) wakes_[static_cast<std::size_t>(side)].push_back(index);
    propagator->set_index(index);
    propagator->set_origin(origin_);
    queues_[propagator->priority()].push_back(index);
    queued_.push_back(true);
    propagators_.push_back(std::move(propagator));
}

bool ClauseEngine::add_clause(std::vector<Bound> literals) {
    if (log_ != nullptr) log_->posted(literals, origin_);
    if (std::ranges::any_of(literals, [&](Bound each) { return trail_.is_true(each); })) return true;
    std::erase_if(literals, [&](Bound each) { return trail_.is_false(each); });
    refuted_ = refuted_ || literals.empty();
    if (refuted_) return false;
    if (literals.size() == 1) return raise_at_root(literals.front());
    clauses_.add(literals, 0, false);
    return true;
}

bool ClauseEngine::raise_at_root(Bound bound) {
    if (trail_.is_true(bound)) return true;
    refuted_ = refuted_ || trail_.is_false(bound);
    if (!refuted_) trail_.raise(bound, {});
    return !refuted_;
}

bool ClauseEngine::raise(Bound bound, const Propagator& propagator, std::int32_t data) {
    if (trail_.is_true(bound)) return true;
    if (!trail_.is_false(bound)) {
        trail_.raise(bound, {propagator.index(), data});
        return true;
    }
    conflict_.clear();
    conflict_origin_ = propagator.origin_of(data);
    propagator.explain(*this, bound, data, trail_.size(), conflict_);
    conflict_.push_back(bound.negated());
    return false;
}

bool ClauseEngine::fail(Explanation conflict) {
    conflict_ = std::move(conflict);
    conflict_origin_ = propagators_[static_cast<std::size_t>(running_)]->origin_of(-1);
    return false;
}

void ClauseEngine::wake(Side side) {
    for (const std::int32_t index : wakes_[static_cast<std::size_t>(side)]) {
        Propagator& propagator = *propagators_[static_cast<std::size_t>(index)];
        propagator.notice(side);
        if (queued_[static_cast<std::size_t>(index)]) continue;
        queued_[static_cast<std::size_t>(index)] = true;
        queues_[propagator.priority()].push_back(index);
    }
}

void ClauseEngine::clear_queue() {
    for (std::vector<std::int32_t>& queue : queues_) {
        for (const std::int32_t index : queue) queued_[static_cast<std::size_t>(index)] = false;
        queue.clear();
    }
}

bool ClauseEngine::work_waits() const {
    return std::ranges::any_of(queues_, [](const auto& queue) { return !queue.empty(); });
}

bool ClauseEngine::run_queue() {
    for (std::vector<std::int32_t>& queue : queues_) {
        if (queue.empty()) continue;
        const std::int32_t index = queue.back();
        queue.pop_back();
        queued_[static_cast<std::size_t>(index)] = false;
        running_ = index;
        return propagators_[static_cast<std::size_t>(index)]->propagate(*this);
    }
    return true;
}

bool ClauseEngine::propagate() {
    if (refuted_) return false;
    while (head_ < trail_.size() || work_waits()) {
        if (head_ == trail_.size()) {
            if (run_queue()) continue;
            clear_queue();
            return false;
        }
        const Entry entry = trail_[head_++];
        wake(entry.side);
        const ClauseIndex broken = clauses_.visit(trail_, entry.side, entry.old_value, entry.new_value);
        if (broken < 0) continue;
        conflict_.clear();
        conflict_origin_ = -1;
        for (const Bound literal : clauses_.literals(broken)) conflict_.push_back(literal.negated());
        if (clauses_[broken].learnt) clauses_.bump(broken);
        clear_queue();
        return false;
    }
    return true;
}

void ClauseEngine::decide(Bound bound) {
    trail_.new_level();
    trail_.raise(bound, {});
}

void ClauseEngine::backtrack(std::int32_t level) {
    trail_.backtrack(level);
    head_ = std::min(head_, trail_.size());
}

void ClauseEngine::reduce_if_large() {
    if (clauses_.learnt_count() < learnt_limit_) return;
    std::vector<bool> locked(clauses_.size(), false);
    for (std::int32_t i = 0; i < trail_.size(); ++i)
        if (trail_[i].reason.propagator == Reason::clause)
            locked[static_cast<std::size_t>(trail_[i].reason.data)] = true;
    clauses_.reduce(locked, learning_.forgotten_first);
    learnt_limit_ += learnt_limit_ / 20;
}

}  // namespace masar::engine
