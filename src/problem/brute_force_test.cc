#include "problem/brute_force.h"

#include "problem/checker.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::problem {
namespace {

Activity task(std::int32_t duration, std::int32_t units) {
    Activity activity;
    activity.modes.push_back({.duration = duration, .demands = {{0, units}}});
    return activity;
}

TEST(ExhaustiveSearch, PacksFourTasksIntoTwoUnits) {
    // 2 units and durations 3, 2, 2, 1 of one unit each: eight unit-days, so four days at least; 3+1 and 2+2 do it.
    ProblemData data{.horizon = 8};
    data.pools = {Pool{{{0, 2}}}};
    for (const auto duration : {3, 2, 2, 1}) data.activities.push_back(task(duration, 1));
    const Problem problem = Problem::make(std::move(data)).value();
    const ExhaustiveAnswer answer = search_all(problem);
    ASSERT_TRUE(answer.complete && answer.best);
    EXPECT_EQ(answer.objective, (std::vector<std::int64_t>{4}));
    EXPECT_TRUE(check(problem, *answer.best).empty());
}

TEST(ExhaustiveSearch, ProvesThatTwoLongTasksDoNotFit) {
    ProblemData data{.horizon = 5};
    data.pools = {Pool{{{0, 1}}}};
    data.activities = {task(3, 1), task(3, 1)};
    const ExhaustiveAnswer answer = search_all(Problem::make(std::move(data)).value());
    EXPECT_TRUE(answer.complete);
    EXPECT_FALSE(answer.best);
}

TEST(ExhaustiveSearch, TakesTheSlowerModeWhenTheBudgetSaysSo) {
    ProblemData data{.horizon = 9};
    data.budgets = {{0, {10}}};
    Activity activity;
    activity.modes = {{.duration = 2, .expenses = {{0, 8}}}, {.duration = 5, .expenses = {{0, 2}}}};
    data.activities = {activity, activity};
    const ExhaustiveAnswer answer = search_all(Problem::make(std::move(data)).value());
    ASSERT_TRUE(answer.best);
    EXPECT_EQ(answer.objective.front(), 5);  // 8 + 8 exceed 10; 8 + 2 do not
}

TEST(ExhaustiveSearch, ChoosesTheWorthierOfTwoOptions) {
    ProblemData data{.horizon = 6};
    data.activities = {task(2, 0), task(3, 0)};
    for (auto& activity : data.activities) {
        activity.optional = true;
        activity.modes[0].demands.clear();
    }
    data.activities[0].value = 4;
    data.activities[1].value = 7;
    data.groups = {{Group::Kind::at_most, 1, {0, 1}}};
    data.objectives = {Objective::option_value, Objective::makespan};
    const ExhaustiveAnswer answer = search_all(Problem::make(std::move(data)).value());
    ASSERT_TRUE(answer.best);
    EXPECT_EQ(answer.objective, (std::vector<std::int64_t>{-7, 3}));
    EXPECT_FALSE(answer.best->chosen(0));
}

TEST(ExhaustiveSearch, SaysWhenItGaveUp) {
    const Problem problem = generate_instance({.activities = 6, .seed = 3});
    EXPECT_FALSE(search_all(problem, 10).complete);
}

TEST(GenerateInstance, IsAFunctionOfItsOptions) {
    const InstanceOptions options{.activities = 20, .shapes = Shapes::all(), .seed = 7};
    const Problem one = generate_instance(options);
    const Problem two = generate_instance(options);
    ASSERT_EQ(one.data().links.size(), two.data().links.size());
    for (std::size_t i = 0; i < one.data().links.size(); ++i)
        EXPECT_EQ(one.data().links[i].lag, two.data().links[i].lag);
    const Problem other = generate_instance({.activities = 20, .shapes = Shapes::all(), .seed = 8});
    EXPECT_NE(one.data().links.size() * 1000 + one.data().pools[0].steps[0].capacity,
              other.data().links.size() * 1000 + other.data().pools[0].steps[0].capacity);
}

TEST(GenerateInstance, MakesProblemsOfEveryShapeWithAndWithoutSchedules) {
    for (std::size_t shape = 0; shape < shape_count; ++shape) {
        int feasible = 0;
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            const Problem problem = generate_instance({.activities = 3,
                                                       .longest_duration = 2,
                                                       .shapes = Shapes::from_bits(std::uint32_t{1} << shape),
                                                       .seed = seed});
            const ExhaustiveAnswer answer = search_all(problem);
            ASSERT_TRUE(answer.complete);
            if (answer.best) ++feasible;
        }
        EXPECT_GE(feasible, 5) << "shape " << shape;
    }
}

TEST(GenerateInstance, MixesAllShapes) {
    int feasible = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761u) >> 7 & 0xFFF;
        const ExhaustiveAnswer answer = search_all(generate_instance(
            {.activities = 3, .longest_duration = 2, .shapes = Shapes::from_bits(bits), .seed = seed}));
        ASSERT_TRUE(answer.complete);
        if (answer.best) ++feasible;
    }
    EXPECT_GT(feasible, 10);
    EXPECT_LT(feasible, 60);
}

}  // namespace
}  // namespace masar::problem
