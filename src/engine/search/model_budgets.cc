// Budgets per period. What an activity takes in a period is a step function of its mode and its start: for every amount that it may
// take, the starts that take so much form a few stretches, and a clause per stretch says "starting here it takes at least this".
#include "engine/search/model_builder.h"

#include "problem/charges.h"

#include <algorithm>
#include <set>

namespace masar::engine {

ModelBuilder::Charges ModelBuilder::charges_of(std::int32_t activity, std::int32_t budget, std::int32_t period) const {
    const ActivityVariables& its = variables(activity);
    const Trail& trail = engine_.trail();
    const problem::WorkTime& calendar = problem_.calendar_of(activity);
    Charges charges{activity, trail.least(its.start), {}};
    for (const problem::Mode& mode : problem_.activity(activity).modes) {
        std::vector<std::int64_t>& amounts = charges.per_mode.emplace_back();
        for (Day start = charges.first; start <= trail.greatest(its.start); ++start) {
            const Day end = calendar.works(start) ? calendar.end_of(start, mode.duration) : problem::never;
            std::int64_t sum = 0;
            for (const problem::Expense& expense : mode.expenses) {
                if (expense.budget != budget || end > horizon_) continue;
                problem::for_each_charge(problem_, expense, {start, end}, [&](std::int32_t where, std::int64_t amount) {
                    if (where == period) sum += amount;
                });
            }
            amounts.push_back(end > horizon_ ? -1 : sum);
        }
    }
    return charges;
}

/// One clause per stretch of starts that take at least `amount`; days on which it cannot start belong to either side.
void ModelBuilder::add_ranges(const Charges& charges, std::int32_t mode, Bound charged, std::int64_t amount) {
    const ActivityVariables& its = variables(charges.activity);
    const std::vector<std::int64_t>& amounts = charges.per_mode[static_cast<std::size_t>(mode)];
    const auto size = static_cast<std::int32_t>(amounts.size());
    for (std::int32_t i = 0; i < size; ++i) {
        if (amounts[static_cast<std::size_t>(i)] < amount) continue;
        std::int32_t from = i, to = i;
        while (from > 0 && amounts[static_cast<std::size_t>(from) - 1] < 0) --from;
        while (
            to + 1 < size
            && (amounts[static_cast<std::size_t>(to) + 1] < 0 || amounts[static_cast<std::size_t>(to) + 1] >= amount))
            ++to;
        clause({charged, its.present.negated(), mode_literal(charges.activity, mode).negated(),
                at_least(its.start, charges.first + from).negated(), at_most(its.start, charges.first + to).negated()});
        i = to;
    }
}

void ModelBuilder::add_charges(const Charges& charges, Meaning meaning, StepSumSetup& sum) {
    std::set<std::int64_t> distinct;
    for (std::int32_t mode = 0; mode < static_cast<std::int32_t>(charges.per_mode.size()); ++mode)
        if (possible_mode(charges.activity, mode))
            for (const std::int64_t amount : charges.per_mode[static_cast<std::size_t>(mode)])
                if (amount >= 0) distinct.insert(amount);
    distinct.erase(0);
    if (distinct.empty()) return;
    const Variable rank = engine_.add_variable(0, static_cast<std::int32_t>(distinct.size()));
    meaning.amounts.assign(distinct.begin(), distinct.end());
    named(rank, std::move(meaning));
    SumTerm term{lower(rank), 0, {}};
    for (const std::int64_t amount : distinct)
        term.steps.push_back({static_cast<std::int32_t>(term.steps.size()) + 1, amount});
    for (const SumTerm::Step& step : term.steps) {
        const Bound charged = at_least(rank, step.from);
        std::vector<Bound> otherwise{charged, variables(charges.activity).present.negated()};
        for (std::int32_t mode = 0; mode < static_cast<std::int32_t>(charges.per_mode.size()); ++mode) {
            if (!possible_mode(charges.activity, mode)) continue;
            add_ranges(charges, mode, charged, step.amount);
            const auto& amounts = charges.per_mode[static_cast<std::size_t>(mode)];
            const bool always_charged =
                std::ranges::all_of(amounts, [&](std::int64_t each) { return each < 0 || each >= step.amount; });
            if (!always_charged) otherwise.push_back(mode_literal(charges.activity, mode));
        }
        // Before the mode is decided: in none of the modes that may take less.
        clause(otherwise);
    }
    sum.terms.push_back(std::move(term));
}

bool ModelBuilder::takes(std::int32_t activity, std::int32_t budget) const {
    return std::ranges::any_of(problem_.activity(activity).modes, [&](const problem::Mode& mode) {
        return std::ranges::any_of(
            mode.expenses, [&](const problem::Expense& each) { return each.budget == budget && each.amount > 0; });
    });
}

std::int64_t ModelBuilder::standing_charge(std::int32_t activity, std::int32_t budget, PeriodSpan span) const {
    const problem::Activity& asked = problem_.activity(activity);
    const problem::Fixed& fixed = data_.fixed_activities[static_cast<std::size_t>(asked.fixed)];
    std::int64_t sum = 0;
    for (const problem::Expense& expense : asked.modes[static_cast<std::size_t>(fixed.mode)].expenses)
        if (expense.budget == budget)
            problem::for_each_charge(problem_, expense, {fixed.start, fixed.end},
                                     [&](std::int32_t where, std::int64_t amount) {
                                         if (where >= span.first && where <= span.last) sum += amount;
                                     });
    return sum;
}

void ModelBuilder::add_budget_period(std::int32_t budget, std::int32_t period) {
    speak_for({ConstraintKind::budget, budget, period});
    const Bound asked = guard({StatementKind::budget, budget, period});
    StepSumSetup sum{{}, data_.budgets[static_cast<std::size_t>(budget)].limits[static_cast<std::size_t>(period)], {}};
    if (!surely(asked)) sum.condition = asked;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        if (!takes(i, budget)) continue;
        if (standing(i))
            sum.limit -= standing_charge(i, budget, {period, period});
        else
            add_charges(charges_of(i, budget, period), {MeaningKind::charge, i, budget, period}, sum);
    }
    if (sum.limit < 0) clause({asked.negated()});
    if (!sum.terms.empty()) engine_.add(std::make_unique<StepSum>(std::move(sum)));
}

void ModelBuilder::add_budget(std::int32_t budget) {
    const auto& limits = data_.budgets[static_cast<std::size_t>(budget)].limits;
    for (std::size_t period = 0; period < limits.size(); ++period)
        if (limits[period] != problem::unlimited) add_budget_period(budget, static_cast<std::int32_t>(period));
    add_budget_spans(budget);
}

}  // namespace masar::engine
