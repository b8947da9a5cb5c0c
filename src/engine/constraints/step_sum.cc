#include "engine/constraints/step_sum.h"

#include <algorithm>

namespace masar::engine {
namespace {

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::int64_t amount_of(const SumTerm& term, std::int32_t bound) {
    if (term.steps.empty()) return term.coefficient * bound;
    const auto after = std::ranges::upper_bound(term.steps, bound, {}, &SumTerm::Step::from);
    return after == term.steps.begin() ? 0 : std::prev(after)->amount;
}

/// Least bound whose amount is more than `amount`; nothing when there is none.
std::optional<std::int32_t> first_exceeding(const SumTerm& term, std::int64_t amount) {
    if (term.steps.empty()) {
        if (term.coefficient == 0) return std::nullopt;
        const std::int64_t bound = floor_divide(amount, term.coefficient) + 1;
        if (bound > INT32_MAX / 2) return std::nullopt;
        return static_cast<std::int32_t>(std::max<std::int64_t>(bound, INT32_MIN / 2));
    }
    const auto step = std::ranges::upper_bound(term.steps, amount, {}, &SumTerm::Step::amount);
    if (step == term.steps.end()) return std::nullopt;
    return amount < 0 ? INT32_MIN / 2 : step->from;
}

}  // namespace

std::vector<Side> StepSum::wakes_on() const {
    std::vector<Side> sides;
    for (const SumTerm& term : setup_.terms) sides.push_back(term.side);
    if (setup_.condition) sides.push_back(setup_.condition->side);
    return sides;
}

bool StepSum::propagate(ClauseEngine& engine) {
    const Trail& trail = engine.trail();
    if (setup_.condition && trail.is_false(*setup_.condition)) return true;
    const bool asked = !setup_.condition || trail.is_true(*setup_.condition);
    std::int64_t sum = 0;
    for (const SumTerm& term : setup_.terms) sum += amount_of(term, trail.value(term.side));
    if (sum > setup_.limit) {
        if (!asked) return engine.raise(setup_.condition->negated(), *this, -1);
        Explanation conflict;
        if (setup_.condition) conflict.push_back(*setup_.condition);
        explain_sum(engine, sum - setup_.limit - 1, -1, trail.size(), conflict);
        return engine.fail(std::move(conflict));
    }
    if (!asked) return true;
    for (std::size_t i = 0; i < setup_.terms.size(); ++i) {
        const SumTerm& term = setup_.terms[i];
        const std::int64_t room = setup_.limit - sum + amount_of(term, trail.value(term.side));
        const auto too_far = first_exceeding(term, room);
        if (too_far && !engine.raise(Bound{term.side, *too_far}.negated(), *this, static_cast<std::int32_t>(i)))
            return false;
    }
    return true;
}

std::int64_t StepSum::sum_before(const Trail& trail, std::int32_t without, std::int32_t index) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < setup_.terms.size(); ++i)
        if (static_cast<std::int32_t>(i) != without)
            sum += amount_of(setup_.terms[i], trail.value_before(setup_.terms[i].side, index));
    return sum;
}

/// The terms' bounds, each weakened as far as the sum can spare it.
void StepSum::explain_sum(const ClauseEngine& engine, std::int64_t spare, std::int32_t without, std::int32_t index,
                          Explanation& out) const {
    const Trail& trail = engine.trail();
    for (std::size_t i = 0; i < setup_.terms.size(); ++i) {
        if (static_cast<std::int32_t>(i) == without) continue;
        const SumTerm& term = setup_.terms[i];
        const std::int64_t amount = amount_of(term, trail.value_before(term.side, index));
        // The least bound that still gives amount - spare.
        const auto enough = first_exceeding(term, amount - spare - 1);
        if (!enough || (!term.steps.empty() && amount - spare <= 0)) {
            spare -= term.steps.empty() ? 0 : amount;
            continue;
        }
        out.push_back({term.side, *enough});
        spare -= amount - amount_of(term, *enough);
    }
}

void StepSum::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                      Explanation& out) const {
    const Trail& trail = engine.trail();
    if (data >= 0 && setup_.condition) out.push_back(*setup_.condition);
    std::int64_t sum = sum_before(trail, data, index);
    if (data >= 0) sum += amount_of(setup_.terms[static_cast<std::size_t>(data)], implied.negated().value);
    explain_sum(engine, sum - setup_.limit - 1, data, index, out);
}

}  // namespace masar::engine
