#include "verify/unit_propagation.h"

#include <algorithm>

namespace masar::verify {

void UnitPropagation::add_variable(std::int32_t least, std::int32_t greatest) {
    bounds_.insert(bounds_.end(), {least, greatest});
    watches_.resize(bounds_.size());
    contradictory_ = contradictory_ || least > greatest;
}

bool UnitPropagation::is_true(Literal literal) const {
    return literal.at_least ? least(literal.variable) >= literal.value : greatest(literal.variable) <= literal.value;
}

bool UnitPropagation::is_false(Literal literal) const { return is_true(literal.negated()); }

/// False: it cannot be.
bool UnitPropagation::make_true(Literal literal) {
    if (is_true(literal)) return true;
    if (is_false(literal)) return false;
    const std::size_t bound = at(literal.variable) + (literal.at_least ? 0 : 1);
    changes_.push_back({bound, bounds_[bound]});
    bounds_[bound] = literal.value;
    return true;
}

void UnitPropagation::add(std::span<const Literal> clause) {
    if (contradictory_ || std::ranges::any_of(clause, [&](Literal each) { return is_true(each); })) return;
    const std::size_t begin = literals_.size();
    // What is false without assumption stays false.
    std::ranges::copy_if(clause, std::back_inserter(literals_), [&](Literal each) { return !is_false(each); });
    const std::size_t size = literals_.size() - begin;
    if (size >= 2) {
        const auto index = static_cast<std::uint32_t>(clauses_.size());
        clauses_.push_back({begin, size});
        for (const Literal literal : {literals_[begin], literals_[begin + 1]})
            watches_[threat(literal)].push_back({literal.value, index});
        return;
    }
    contradictory_ = size == 0 || !make_true(literals_[begin]);
    literals_.resize(begin);
    settle();
}

void UnitPropagation::add_passing(std::span<const Literal> clause) {
    passing_.push_back({passing_literals_.size(), clause.size()});
    passing_literals_.insert(passing_literals_.end(), clause.begin(), clause.end());
    const auto open = std::ranges::count_if(clause, [&](Literal each) { return !is_false(each); });
    if (open <= 1) settle();
}

void UnitPropagation::forget_passing() {
    passing_.clear();
    passing_literals_.clear();
}

/// What is found without assumption is found for good.
void UnitPropagation::settle() {
    if (!contradictory_ && !propagate()) contradictory_ = true;
    changes_.clear();
    seen_ = 0;
}

bool UnitPropagation::follows(std::span<const Literal> clause) {
    if (contradictory_) return true;
    const bool possible =
        std::ranges::all_of(clause, [&](Literal each) { return make_true(each.negated()); }) && propagate();
    for (; !changes_.empty(); changes_.pop_back()) bounds_[changes_.back().bound] = changes_.back().before;
    seen_ = 0;
    return !possible;
}

bool UnitPropagation::propagate() {
    bool changed = true;
    while (changed) {
        if (!run_watches()) return false;
        changed = false;
        if (!run_passing(changed)) return false;
    }
    return true;
}

bool UnitPropagation::run_watches() {
    for (; seen_ < changes_.size(); ++seen_)
        if (!visit(changes_[seen_].bound, changes_[seen_].before)) return false;
    return true;
}

/// The watches of literals that this change made false.
bool UnitPropagation::visit(std::size_t bound, std::int32_t before) {
    std::vector<Watch> watches = std::move(watches_[bound]);
    watches_[bound].clear();
    const bool of_at_least = bound % 2 == 1;
    std::size_t kept = 0;
    bool possible = true;
    for (std::size_t i = 0; i < watches.size(); ++i) {
        const std::int32_t value = watches[i].value;
        const bool hit =
            of_at_least ? value > bounds_[bound] && value <= before : value < bounds_[bound] && value >= before;
        bool moved = false;
        if (possible && hit)
            possible =
                visit_clause(watches[i].clause, {static_cast<std::int32_t>(bound / 2), value, of_at_least}, moved);
        if (!moved) watches[kept++] = watches[i];
    }
    watches.resize(kept);
    // New watches of this bound were laid aside while the old ones were looked through.
    watches.insert(watches.end(), watches_[bound].begin(), watches_[bound].end());
    watches_[bound] = std::move(watches);
    return possible;
}

bool UnitPropagation::visit_clause(std::uint32_t index, Literal falsified, bool& moved) {
    const Clause clause = clauses_[index];
    Literal* const literals = literals_.data() + clause.begin;
    const auto same = [](Literal a, Literal b) {
        return a.variable == b.variable && a.value == b.value && a.at_least == b.at_least;
    };
    if (same(literals[0], falsified)) std::swap(literals[0], literals[1]);
    if (is_true(literals[0])) return true;
    for (std::size_t i = 2; i < clause.size; ++i) {
        if (is_false(literals[i])) continue;
        std::swap(literals[1], literals[i]);
        watches_[threat(literals[1])].push_back({literals[1].value, index});
        moved = true;
        return true;
    }
    return make_true(literals[0]);
}

/// Explanations come from the conflict backwards, so that the last said are the first to be of use.
bool UnitPropagation::run_passing(bool& changed) {
    for (std::size_t i = passing_.size(); i-- > 0;) {
        const std::span clause(passing_literals_.data() + passing_[i].begin, passing_[i].size);
        const Literal* open = nullptr;
        bool idle = false;
        for (const Literal& literal : clause) {
            if (is_false(literal)) continue;
            idle = open != nullptr || is_true(literal);
            if (idle) break;
            open = &literal;
        }
        if (idle) continue;
        if (open == nullptr || !make_true(*open)) return false;
        changed = true;
    }
    return true;
}

}  // namespace masar::verify
