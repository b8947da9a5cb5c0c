#include "forecast/outcome_goals.h"

#include "problem/outcome_goal.h"

#include <gtest/gtest.h>

namespace masar::forecast {
namespace {

using base::Decimal;
using calendar::date_of;

Decimal decimal(std::string_view text) { return base::parse_decimal(text).value(); }

/// One indicator, one gate at the end of March 2029, activities with one effect each.
plan::Plan plan_of(const plan::Indicator& indicator, const std::vector<std::string>& effects) {
    plan::Plan plan;
    plan.start.value = date_of(2026, 10, 1);
    plan.sides.resize(1);
    plan.sides[0].fiscal_year = calendar::FiscalYear{10};
    plan.indicators = {indicator};
    plan.indicators[0].year_of.value = plan::SideIndex{0};
    for (const std::string& effect : effects) {
        plan::Activity activity;
        activity.effects = {{{plan::IndicatorIndex{0}, {}}, decimal(effect), {}}};
        plan.activities.push_back(activity);
    }
    plan::Gate gate;
    gate.due.value = date_of(2029, 3, 31);
    gate.criteria = {{{plan::IndicatorIndex{0}, {}}, plan::Comparison::at_least, decimal("0.6"), {}}};
    plan.gates = {gate};
    return plan;
}

plan::Indicator proficiency() {
    plan::Indicator indicator;
    indicator.unit = "ratio";
    indicator.baseline = decimal("0.45");
    indicator.baseline_on = date_of(2027, 7, 1);
    indicator.floor = decimal("0.3");
    indicator.half_life_months = Decimal::of(11);
    return indicator;
}

CriterionGoal goal_of(const plan::Plan& plan) {
    static const std::vector<std::int32_t> positions{0, 1, 2, 3, 4, 5};
    return outcome_goal(plan, plan::GateIndex{0}, 0, {plan.start.value, positions});
}

/// The goal's own sum, in billionths, when the activities finish on these days.
std::int64_t sum_on(const CriterionGoal& made, const plan::Plan& plan, const std::vector<calendar::Date>& finishes) {
    std::int64_t sum = made.goal.constant;
    for (const problem::OutcomeGoal::Term& term : made.goal.terms) {
        const auto day =
            static_cast<problem::Day>((finishes[static_cast<std::size_t>(term.activity)] - plan.start.value).count());
        sum += problem::amount_on(term, day, day + 1);
    }
    return sum;
}

double value_on_gate(const plan::Plan& plan, const std::vector<calendar::Date>& finishes) {
    plan::Timetable timetable;
    for (const calendar::Date finish : finishes) timetable.activities.push_back({.start = finish, .finish = finish});
    return trajectory_of(plan, timetable, plan::IndicatorIndex{0}).value_on(plan.gates[0].due.value)->number;
}

TEST(OutcomeGoals, SayWhatTheTrajectorySaysOnEveryDay) {
    const plan::Plan plan = plan_of(proficiency(), {"0.1", "0.07", "0.05"});
    const CriterionGoal made = goal_of(plan);
    EXPECT_TRUE(made.necessary);
    EXPECT_EQ(made.goal.at_least, 600'000'000);
    for (int shift = 0; shift < 900; shift += 7) {
        const std::vector<calendar::Date> finishes{date_of(2027, 6, 1) + std::chrono::days(shift),
                                                   date_of(2028, 6, 1) + std::chrono::days(shift / 3),
                                                   date_of(2029, 3, 31) + std::chrono::days(shift % 3)};
        const double value = value_on_gate(plan, finishes) * 1e9;
        const auto sum = static_cast<double>(sum_on(made, plan, finishes));
        EXPECT_GE(sum, value) << shift;       // in favour of the criterion …
        EXPECT_LE(sum, value + 10) << shift;  // … by a few billionths
    }
}

// 24 planners a year with 20 % attrition: 43.2 are left on the gate of the second year (golden MASAR-1).
TEST(OutcomeGoals, LosePeopleAtTheBeginningOfEachYear) {
    plan::Indicator planners;
    planners.unit = "count";
    planners.baseline = Decimal{};
    planners.attrition = decimal("0.2");
    plan::Plan plan = plan_of(planners, {"24", "24"});
    plan.gates[0].due.value = date_of(2029, 9, 30);
    const CriterionGoal made = goal_of(plan);
    EXPECT_TRUE(made.necessary);
    const std::vector<calendar::Date> finishes{date_of(2028, 3, 1), date_of(2029, 3, 1)};
    EXPECT_NEAR(static_cast<double>(sum_on(made, plan, finishes)), 43.2e9, 10);
    EXPECT_NEAR(static_cast<double>(sum_on(made, plan, {date_of(2028, 3, 1), date_of(2028, 10, 1)})), 43.2e9, 10)
        << "who comes on the first day of a year stays for it";
}

TEST(OutcomeGoals, AreExactWhereNothingFades) {
    plan::Indicator cost;
    cost.unit = "hours";
    cost.better = plan::Better::down;
    cost.baseline = Decimal::of(72);
    plan::Plan plan = plan_of(cost, {"-8", "-10"});
    plan.gates[0].criteria[0] = {{plan::IndicatorIndex{0}, {}}, plan::Comparison::at_most, Decimal::of(62), {}};
    const CriterionGoal made = goal_of(plan);
    EXPECT_TRUE(made.necessary) << "a minimum cannot help to get below a wanted value";
    EXPECT_EQ(made.goal.constant, -72 * Decimal::one);
    EXPECT_EQ(made.goal.at_least, -62 * Decimal::one);
    const calendar::Date due = plan.gates[0].due.value, late = due + std::chrono::days(1);
    EXPECT_EQ(sum_on(made, plan, {due, due}), -54 * Decimal::one);
    EXPECT_EQ(sum_on(made, plan, {due, late}), -64 * Decimal::one);
}

TEST(OutcomeGoals, ClaimNothingWhereALimitCouldLiftTheValue) {
    EXPECT_FALSE(goal_of(plan_of(proficiency(), {"0.1", "-0.4"})).necessary);
    plan::Indicator free = proficiency();
    free.unit = "level";
    EXPECT_TRUE(goal_of(plan_of(free, {"0.1", "-0.4"})).necessary);
}

TEST(OutcomeGoals, CannotBeMetWithoutAValue) {
    plan::Indicator unknown = proficiency();
    unknown.baseline.reset();
    const CriterionGoal made = goal_of(plan_of(unknown, {"0.1"}));
    EXPECT_TRUE(made.goal.terms.empty());
    EXPECT_LT(made.goal.constant, made.goal.at_least);
}

}  // namespace
}  // namespace masar::forecast
