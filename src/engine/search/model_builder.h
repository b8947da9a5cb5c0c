#pragma once
// The builder behind clause_model.h, one .cc file per part of a problem.
#include "engine/constraints/cumulative.h"
#include "engine/constraints/differences.h"
#include "engine/constraints/monotone_tables.h"
#include "engine/constraints/step_sum.h"
#include "engine/core/wish_list.h"
#include "engine/search/clause_model.h"

#include <span>

namespace masar::engine {

class ModelBuilder {
public:
    ModelBuilder(const Problem& problem, const ModelOptions& options);
    [[nodiscard]] std::optional<ClauseModel> build();

private:
    /// The start or end of an activity as a monotone function of a variable.
    struct Event {
        Variable variable = -1;
        const problem::WorkTime* calendar = nullptr;  ///< null = the variable is the day itself
        std::int32_t duration = 0;

        [[nodiscard]] Day day(std::int32_t value) const {
            return calendar == nullptr ? value : calendar->end_of(value, duration);
        }
        /// Least value whose day is at least `day`.
        [[nodiscard]] std::int32_t reaching(Day day) const {
            return calendar == nullptr ? day : calendar->start_reaching(day, duration);
        }
        [[nodiscard]] bool straight() const { return calendar == nullptr || calendar->every_day(); }
        [[nodiscard]] std::int32_t shift() const { return calendar == nullptr ? 0 : duration; }
    };
    using Function = std::function<std::int32_t(std::int32_t)>;

    // model_builder.cc
    [[nodiscard]] Bound always() const { return at_least(one_, 1); }
    /// Notes what the variable stands for.
    Variable named(Variable variable, Meaning meaning);
    [[nodiscard]] Variable new_choice(Meaning meaning) { return named(engine_.add_variable(0, 1), std::move(meaning)); }
    /// What is added from now on speaks for this constraint.
    void speak_for(ConstraintName constraint);
    [[nodiscard]] Bound guard(const Statement& statement);
    [[nodiscard]] bool surely(Bound bound) const { return engine_.trail().is_true(bound); }
    void clause(std::vector<Bound> literals);
    /// to >= f(from) under the conditions.
    void table(Variable from, Variable to, const Function& f, std::vector<Bound> conditions);
    void difference(const Difference& difference, std::vector<Bound> conditions);
    [[nodiscard]] Event event(std::int32_t activity, problem::Anchor anchor) const;
    [[nodiscard]] Day finite_horizon() const;
    [[nodiscard]] const ActivityVariables& variables(std::int32_t activity) const {
        return model_.activities[static_cast<std::size_t>(activity)];
    }
    /// The literal of a mode, always true when there is only one.
    [[nodiscard]] Bound mode_literal(std::int32_t activity, std::int32_t mode) const;
    [[nodiscard]] bool possible_mode(std::int32_t activity, std::int32_t mode) const;
    [[nodiscard]] bool standing(std::int32_t activity);  ///< fixed, and not to be explained away

    // model_activities.cc
    void add_activity(std::int32_t activity);
    void add_standing(std::int32_t activity);
    void add_modes(std::int32_t activity, const std::vector<problem::Interval>& starts);
    void add_durations(std::int32_t activity);
    void add_allowed_starts(std::int32_t activity);
    void add_windows(std::int32_t activity);
    void add_loose(std::int32_t activity);
    /// A number that depends on the mode: a constant, or a variable of which the least value is sure. 0 when left out.
    [[nodiscard]] Amount amount_by_mode(std::int32_t activity, std::int32_t pool,
                                        const std::vector<std::int32_t>& per_mode);

    // model_links.cc
    void add_link(std::int32_t link);

    // model_pools.cc
    void add_pool(std::int32_t pool);
    [[nodiscard]] std::vector<std::int32_t> capacity_left(std::int32_t pool);
    [[nodiscard]] std::vector<std::int32_t> units_by_mode(std::int32_t activity, std::int32_t pool) const;

    // model_budgets.cc
    void add_budget(std::int32_t budget);
    /// What an activity takes from one budget in one period.
    struct Charges {
        std::int32_t activity = -1;
        Day first = 0;                                    ///< start of per_mode[k][0]
        std::vector<std::vector<std::int64_t>> per_mode;  ///< by start; -1 where it may not start
    };
    void add_budget_period(std::int32_t budget, std::int32_t period);
    [[nodiscard]] Charges charges_of(std::int32_t activity, std::int32_t budget, std::int32_t period) const;
    /// A term of the sum; `meaning` says of what, and is given the amounts.
    void add_charges(const Charges& charges, Meaning meaning, StepSumSetup& sum);
    void add_ranges(const Charges& charges, std::int32_t mode, Bound charged, std::int64_t amount);
    struct PeriodSpan {
        std::int32_t first = 0, last = 0;  ///< both of it
    };
    [[nodiscard]] bool takes(std::int32_t activity, std::int32_t budget) const;
    /// What a fixed activity takes.
    [[nodiscard]] std::int64_t standing_charge(std::int32_t activity, std::int32_t budget, PeriodSpan span) const;

    // model_budget_spans.cc
    void add_budget_spans(std::int32_t budget);
    [[nodiscard]] std::vector<PeriodSpan> spans_of(std::int32_t budget) const;
    [[nodiscard]] static Charges charges_within(const std::vector<Charges>& by_period, PeriodSpan span);
    [[nodiscard]] StepSumSetup span_sum(std::int32_t budget, PeriodSpan span);
    void post_span(StepSumSetup sum);

    // model_disjunctive.cc
    void add_disjunctive();
    /// Takes part for sure, in one mode, on every day.
    [[nodiscard]] bool simple(std::int32_t activity) const;

    // model_reservoirs.cc
    void add_reservoir(std::int32_t reservoir);
    [[nodiscard]] Bound chosen_mode(std::int32_t activity, std::int32_t mode);

    // model_outcomes.cc
    void add_outcome_goal(std::int32_t goal);
    /// What a term gives: per mode, by start.
    struct Gains {
        std::int32_t activity = -1;
        Day first = 0;                                    ///< start of per_mode[k][0]
        std::vector<std::vector<std::int64_t>> per_mode;  ///< by start
        std::vector<std::vector<char>> possible;          ///< by start: may it stand there?
        std::vector<std::int64_t> distinct;               ///< rising; 0 among them when it may be left out
    };
    [[nodiscard]] Gains gains_of(const problem::OutcomeGoal::Term& term) const;
    [[nodiscard]] SumTerm gain_term(const Gains& gains);
    void deny_too_little(const Gains& gains, std::int32_t mode, Bound so_much, std::int64_t amount);

    // model_goals.cc
    void add_group(std::int32_t group);
    void add_gate(std::int32_t gate);
    void add_objective(std::int32_t index);
    void add_makespan();
    void add_lateness();
    void add_option_value();
    void add_cost();
    /// Per budget: what its options can be worth at most. Implied, so never part of a proof that is written out.
    void add_value_bounds();
    [[nodiscard]] std::int64_t least_expense(std::int32_t activity, std::int32_t budget) const;
    void add_moved();
    void add_shift();
    // model_wishes.cc
    void add_wishes();
    /// What the activity's wishes cost, as a charge.
    [[nodiscard]] Charges prices_of(std::int32_t activity, const WishList& wishes) const;

    [[nodiscard]] Meaning this_objective(std::int64_t scale, std::int64_t offset) const;
    /// Objective = sum + offset, for sums of terms that are never negative.
    void add_weighted(StepSumSetup sum, std::int64_t offset);
    // model_trade_off.cc
    void add_trade_off();
    [[nodiscard]] SumTerm weight_term(std::int32_t activity, const std::vector<std::int64_t>& per_mode,
                                      std::int64_t& least);

    [[nodiscard]] SumTerm cost_term(std::int32_t activity, std::int64_t& least);

    const Problem& problem_;
    const problem::ProblemData& data_;
    const ModelOptions& options_;
    ClauseModel model_;
    ClauseEngine& engine_;
    Variable one_;
    Day horizon_;
    Origin origin_ = -1;
    std::vector<Difference> differences_;
    std::vector<MonotoneTable> tables_;
    std::vector<Variable> lateness_;  ///< per gate; -1 = none
    std::size_t table_cells_ = 0;
    bool unsupported_ = false;
};

}  // namespace masar::engine
