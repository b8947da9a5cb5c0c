#include "problem/outcome_goal.h"

#include "problem/brute_force.h"
#include "problem/checker.h"
#include "problem/statement.h"

#include <gtest/gtest.h>

namespace masar::problem {
namespace {

/// Two courses of two days, each optional; proficiency fades, so that a later course leaves more on day 10.
ProblemData two_courses() {
    ProblemData data{.horizon = 12};
    Activity course;
    course.optional = true;
    course.modes = {{.duration = 2, .cost = 5}};
    data.activities = {course, course};
    data.activities[1].modes[0].cost = 3;
    data.activities[1].latest_end = 6;
    const std::vector<OutcomeGoal::Step> steps{{3, 10}, {6, 20}, {9, 40}, {11, 0}};
    data.goals = {{100, {{0, Anchor::finish, steps}, {1, Anchor::finish, steps}}, 110}};
    data.objectives = {Objective::cost};
    return data;
}

Schedule at(std::vector<Day> starts, std::vector<std::int32_t> modes) { return {std::move(starts), std::move(modes)}; }

TEST(OutcomeGoal, CountsTheLastStepReached) {
    const Problem problem = Problem::make(two_courses()).value();
    const OutcomeGoal& goal = problem.data().goals[0];
    EXPECT_EQ(reached(problem, goal, at({0, 0}, {-1, -1})), 100);
    EXPECT_EQ(reached(problem, goal, at({0, 0}, {0, -1})), 100) << "its last day is 1";
    EXPECT_EQ(reached(problem, goal, at({2, 0}, {0, -1})), 110) << "its last day is 3";
    EXPECT_EQ(reached(problem, goal, at({8, 4}, {0, 0})), 150);
    EXPECT_EQ(reached(problem, goal, at({10, 0}, {0, -1})), 100) << "after the gate";
}

TEST(OutcomeGoal, IsHeldByTheChecker) {
    const Problem problem = Problem::make(two_courses()).value();
    EXPECT_EQ(check(problem, at({0, 0}, {-1, -1})),
              (std::vector<Breach>{{.kind = BreachKind::goal, .what = 0, .amount = 10}}));
    EXPECT_TRUE(check(problem, at({2, 0}, {0, -1})).empty());
}

TEST(OutcomeGoal, IsReachedAtLeastCost) {
    // The cheap course ends by day 6 and gives 10 there; 120 need the dear one after day 6, both give 130 at most 150.
    for (const auto& [wanted, cost] : {std::pair{100, 0}, {110, 3}, {120, 5}, {150, 8}}) {
        ProblemData data = two_courses();
        data.goals[0].at_least = wanted;
        const ExhaustiveAnswer answer = search_all(Problem::make(std::move(data)).value());
        ASSERT_TRUE(answer.best) << wanted;
        EXPECT_EQ(answer.objective.front(), cost) << wanted;
    }
    ProblemData too_much = two_courses();
    too_much.goals[0].at_least = 151;
    EXPECT_FALSE(search_all(Problem::make(std::move(too_much)).value()).best);
}

TEST(OutcomeGoal, IsRefusedWhereItMakesNoSense) {
    const auto refused = [](auto change) {
        ProblemData data = two_courses();
        change(data.goals[0]);
        return !Problem::make(std::move(data)).has_value();
    };
    EXPECT_FALSE(refused([](OutcomeGoal&) {}));
    EXPECT_TRUE(refused([](OutcomeGoal& goal) { goal.terms[0].activity = 2; }));
    EXPECT_TRUE(refused([](OutcomeGoal& goal) { goal.terms[1].activity = 0; }));
    EXPECT_TRUE(refused([](OutcomeGoal& goal) { std::swap(goal.terms[0].steps[0], goal.terms[0].steps[1]); }));
    EXPECT_TRUE(refused([](OutcomeGoal& goal) { goal.terms[0].steps[0].from = -1; }));
    EXPECT_TRUE(refused([](OutcomeGoal& goal) { goal.terms[0].steps[0].amount = INT64_MIN; }));
    EXPECT_TRUE(refused([](OutcomeGoal& goal) { goal.constant = INT64_MAX; }));
}

TEST(OutcomeGoal, KeepsItsActivitiesWhenFreeOptionsGo) {
    ProblemData data = two_courses();
    data.activities.insert(data.activities.begin(), data.activities[0]);
    for (OutcomeGoal::Term& term : data.goals[0].terms) ++term.activity;
    const ProblemData rest = without_free_options(std::move(data));
    ASSERT_EQ(rest.activities.size(), 2u);
    EXPECT_EQ(rest.goals[0].terms[1].activity, 1);
}

}  // namespace
}  // namespace masar::problem
