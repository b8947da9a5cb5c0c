#include "problem/schedule.h"

#include "problem/charges.h"

#include <gtest/gtest.h>

#include <map>

namespace masar::problem {
namespace {

/// Three activities, the last optional; a soft gate due at 4 with weight 3 wants the second.
ProblemData three_activities() {
    ProblemData data{.horizon = 50};
    for (const std::int32_t duration : {2, 5, 0}) {
        Activity activity;
        activity.modes = {{.duration = duration, .cost = 10}, {.duration = duration + 1, .cost = 7}};
        data.activities.push_back(activity);
    }
    data.activities[2].optional = true;
    data.activities[2].value = 8;
    data.gates = {{.due_end = 4, .weight = 3, .requires_done = {1, 2}}};
    data.objectives = {Objective::gate_lateness, Objective::makespan, Objective::option_value, Objective::cost};
    return data;
}

TEST(Schedule, ValuesEveryObjective) {
    const Problem problem = Problem::make(three_activities()).value();
    const Schedule schedule{{0, 2, 9}, {0, 1, 0}};
    EXPECT_EQ(end_of(problem, schedule, 1), 8);
    EXPECT_EQ(makespan(problem, schedule), 9);
    // The milestone on day 9 is 5 days after the gate's due end.
    EXPECT_EQ(objective_values(problem, schedule), (std::vector<std::int64_t>{15, 9, -8, 27}));
}

TEST(Schedule, LeavesOutWhatIsNotChosen) {
    const Problem problem = Problem::make(three_activities()).value();
    const Schedule schedule{{0, 2, 9}, {0, 1, Schedule::not_chosen}};
    EXPECT_FALSE(schedule.chosen(2));
    EXPECT_EQ(objective_values(problem, schedule), (std::vector<std::int64_t>{12, 8, 0, 17}));
}

TEST(Schedule, MeasuresTheDistanceFromABaseline) {
    ProblemData data = three_activities();
    data.objectives = {Objective::moved, Objective::shift};
    data.baseline = {0, 5, 9};
    const Problem problem = Problem::make(data).value();
    EXPECT_EQ(objective_values(problem, {{0, 2, 9}, {0, 1, 0}}), (std::vector<std::int64_t>{1, 3}));
    // What is left out has moved, but by no number of days.
    EXPECT_EQ(objective_values(problem, {{1, 5, 9}, {0, 1, Schedule::not_chosen}}), (std::vector<std::int64_t>{2, 1}));
    data.baseline = {not_in_baseline, 2, 4};
    EXPECT_EQ(objective_values(Problem::make(data).value(), {{1, 2, 9}, {0, 1, 0}}), (std::vector<std::int64_t>{1, 5}));
}

TEST(Schedule, CountsTheWishesGivenUp) {
    ProblemData data = three_activities();
    data.objectives = {Objective::wishes};
    data.forbidden_sets = {{{0, 1}, {5, 6}}};
    // Not on day 0 or 5; the second not in its second mode; the milestone rather not at all.
    data.wishes = {{.activity = 0, .unwanted = 0, .weight = 4},
                   {.activity = 1, .mode = 1, .weight = 10},
                   {.activity = 1, .mode = 0, .unwanted = 0, .weight = 20},
                   {.activity = 2, .weight = 100}};
    const auto value = [problem = Problem::make(data).value()](const Schedule& schedule) {
        return objective_values(problem, schedule).front();
    };
    constexpr std::int32_t out = Schedule::not_chosen;
    EXPECT_EQ(value({{1, 6, 9}, {0, 0, out}}), 0);
    EXPECT_EQ(value({{0, 6, 9}, {0, 0, out}}), 4);
    EXPECT_EQ(value({{3, 6, 9}, {0, 0, out}}), 0) << "days 3 and 4";
    EXPECT_EQ(value({{4, 6, 9}, {0, 0, out}}), 4) << "days 4 and 5";
    EXPECT_EQ(value({{1, 0, 9}, {0, 0, out}}), 20) << "both stretches touched: once";
    EXPECT_EQ(value({{1, 0, 9}, {0, 1, out}}), 10) << "its mode, whatever the days";
    EXPECT_EQ(value({{1, 6, 9}, {0, 0, 0}}), 100);
}

TEST(Schedule, KeepsTheEndOfAFixedActivity) {
    ProblemData data = three_activities();
    data.fixed_activities = {{.start = 1, .end = 9, .uses_from = 4, .mode = 0}};
    data.activities[0].fixed = 0;
    const Problem problem = Problem::make(std::move(data)).value();
    EXPECT_EQ(end_of(problem, {{1, 2, 3}, {0, 0, 0}}, 0), 9);
}

std::map<std::int32_t, std::int64_t> charged(const ProblemData& data, Charge charge, Span span) {
    const Problem problem = Problem::make(data).value();
    std::map<std::int32_t, std::int64_t> parts;
    for_each_charge(problem, {0, 100, charge}, span,
                    [&](std::int32_t period, std::int64_t part) { parts[period] += part; });
    return parts;
}

TEST(Charges, FallDueAtTheStartAtTheFinishOrByMonths) {
    // Months of ten days; the fiscal year begins on day 15, in the middle of the second.
    ProblemData data{.horizon = 40};
    Partition months{{}, 4};
    Partition years{{}, 2};
    for (Day day = 0; day < 40; ++day) {
        months.period_of_day.push_back(day / 10);
        years.period_of_day.push_back(day < 15 ? 0 : 1);
    }
    data.partitions.push_back(months);
    data.partitions.push_back(years);
    data.months = 1;
    data.budgets = {{2, {unlimited, unlimited}}};
    using Parts = std::map<std::int32_t, std::int64_t>;
    EXPECT_EQ(charged(data, Charge::at_start, {8, 25}), (Parts{{0, 100}}));
    EXPECT_EQ(charged(data, Charge::at_finish, {8, 25}), (Parts{{1, 100}}));
    // 33 on day 8, 33 on day 10 (still the first year), 34 on day 20
    EXPECT_EQ(charged(data, Charge::spread, {8, 25}), (Parts{{0, 66}, {1, 34}}));
    EXPECT_EQ(charged(data, Charge::spread, {16, 17}), (Parts{{1, 100}}));
    EXPECT_EQ(charged(data, Charge::at_finish, {15, 15}), (Parts{{1, 100}}));  // a milestone has its own day
}

}  // namespace
}  // namespace masar::problem
