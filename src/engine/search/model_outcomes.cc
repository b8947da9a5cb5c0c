// Outcome goals. A variable per term says how much it gives at most: for every amount that it may give, the starts that give less
// form a few stretches, and a clause per stretch says "starting here it does not give so much". What all give together is a sum.
#include "engine/search/model_builder.h"

#include "problem/outcome_goal.h"

#include <algorithm>

namespace masar::engine {

ModelBuilder::Gains ModelBuilder::gains_of(const problem::OutcomeGoal::Term& term) const {
    const ActivityVariables& its = variables(term.activity);
    const Trail& trail = engine_.trail();
    const problem::WorkTime& calendar = problem_.calendar_of(term.activity);
    Gains gains{term.activity, trail.least(its.start), {}, {}, {}};
    if (!surely(its.present)) gains.distinct.push_back(0);
    const auto& modes = problem_.activity(term.activity).modes;
    for (std::size_t k = 0; k < modes.size(); ++k) {
        std::vector<std::int64_t>& amounts = gains.per_mode.emplace_back();
        std::vector<char>& possible = gains.possible.emplace_back();
        const bool mode = possible_mode(term.activity, static_cast<std::int32_t>(k));
        for (Day start = gains.first; start <= trail.greatest(its.start); ++start) {
            const Day end = calendar.works(start) ? calendar.end_of(start, modes[k].duration) : problem::never;
            possible.push_back(mode && end <= horizon_ ? 1 : 0);
            amounts.push_back(possible.back() != 0 ? problem::amount_on(term, start, end) : 0);
            if (possible.back() != 0) gains.distinct.push_back(amounts.back());
        }
    }
    std::ranges::sort(gains.distinct);
    const auto again = std::ranges::unique(gains.distinct);
    gains.distinct.erase(again.begin(), again.end());
    return gains;
}

/// One clause per stretch of starts that give less than `amount`; days on which it cannot start belong to either side.
void ModelBuilder::deny_too_little(const Gains& gains, std::int32_t mode, Bound so_much, std::int64_t amount) {
    const ActivityVariables& its = variables(gains.activity);
    const auto& amounts = gains.per_mode[static_cast<std::size_t>(mode)];
    const auto& possible = gains.possible[static_cast<std::size_t>(mode)];
    const auto size = amounts.size();
    for (std::size_t i = 0; i < size; ++i) {
        if (possible[i] == 0 || amounts[i] >= amount) continue;
        std::size_t from = i, to = i;
        while (from > 0 && possible[from - 1] == 0) --from;
        while (to + 1 < size && (possible[to + 1] == 0 || amounts[to + 1] < amount)) ++to;
        std::vector<Bound> literals{so_much.negated(), mode_literal(gains.activity, mode).negated()};
        if (from > 0) literals.push_back(at_most(its.start, gains.first + static_cast<Day>(from) - 1));
        if (to + 1 < size) literals.push_back(at_least(its.start, gains.first + static_cast<Day>(to) + 1));
        if (amount <= 0) literals.push_back(its.present.negated());  // left out it gives 0, which is enough
        clause(std::move(literals));
        i = to;
    }
}

/// What the term stays below the most that it can give.
SumTerm ModelBuilder::gain_term(const Gains& gains) {
    const auto most = static_cast<std::int32_t>(gains.distinct.size()) - 1;
    const Variable rank = engine_.add_variable(0, most);
    const Bound present = variables(gains.activity).present;
    SumTerm term{upper(rank), 0, {}};
    for (std::int32_t k = most; k > 0; --k) {
        const auto at = static_cast<std::size_t>(k);
        term.steps.push_back({1 - k, gains.distinct.back() - gains.distinct[at - 1]});
        if (gains.distinct[at] > 0) clause({at_least(rank, k).negated(), present});
        for (std::size_t mode = 0; mode < gains.per_mode.size(); ++mode)
            if (possible_mode(gains.activity, static_cast<std::int32_t>(mode)))
                deny_too_little(gains, static_cast<std::int32_t>(mode), at_least(rank, k), gains.distinct[at]);
    }
    return term;
}

void ModelBuilder::add_outcome_goal(std::int32_t index) {
    if (options_.log != nullptr) {  // certificates have no words for it
        unsupported_ = true;
        return;
    }
    const problem::OutcomeGoal& goal = data_.goals[static_cast<std::size_t>(index)];
    StepSumSetup sum{{}, goal.constant - goal.at_least, {}};
    for (const problem::OutcomeGoal::Term& term : goal.terms) {
        if (standing(term.activity)) {
            const Trail& trail = engine_.trail();
            const ActivityVariables& its = variables(term.activity);
            sum.limit += problem::amount_on(term, trail.least(its.start), trail.least(its.end));
            continue;
        }
        const Gains gains = gains_of(term);
        if (gains.distinct.empty()) continue;  // it can stand nowhere: said elsewhere
        sum.limit += gains.distinct.back();
        if (gains.distinct.size() > 1) sum.terms.push_back(gain_term(gains));
    }
    if (sum.limit < 0) clause({});
    if (!sum.terms.empty()) engine_.add(std::make_unique<StepSum>(std::move(sum)));
}

}  // namespace masar::engine
