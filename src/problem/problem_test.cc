#include "problem/problem.h"

#include "problem/generate_instance.h"

#include <gtest/gtest.h>

#include <functional>

namespace masar::problem {
namespace {

Activity lasting(std::int32_t duration) {
    Activity activity;
    activity.modes.push_back({.duration = duration});
    return activity;
}

ProblemData with_activities(std::int32_t count) {
    ProblemData data{.horizon = 100};
    for (std::int32_t i = 0; i < count; ++i) data.activities.push_back(lasting(2));
    return data;
}

struct Spoiled {
    const char* reason;
    std::function<void(ProblemData&)> spoil;
};

/// Everything a valid problem can hold, each part once.
ProblemData rich() {
    ProblemData data = with_activities(3);
    data.links = {{.from = 0, .to = 1}};
    data.pools = {Pool{{{0, 4}, {10, 2}}}};
    data.partitions.push_back({{0, 0, 1, 1, 2}, 3});
    data.budgets = {{1, {10, 20, unlimited}}};
    data.reservoirs = {{.initial = 2}};
    data.forbidden_sets = {{{3, 5}, {5, 6}}};
    data.fixed_activities = {{.start = 0, .end = 2, .uses_from = 1, .mode = 0}};
    data.groups = {{Group::Kind::at_most, 1, {1, 2}}};
    data.gates = {{.due_end = 9, .requires_done = {2}}};
    data.wishes = {{.activity = 1, .mode = 0, .unwanted = 0, .weight = 3}};
    data.activities[1].modes[0].demands = {{0, 1}};
    data.activities[1].modes[0].expenses = {{0, 5, Charge::spread}};
    data.activities[1].modes[0].stock_changes = {{0, -1, Anchor::start}};
    return data;
}

TEST(ProblemMake, AcceptsARichProblem) { EXPECT_TRUE(Problem::make(rich())); }

TEST(ProblemMake, RefusesEachThingThatIsWrongAndNamesWhereItStands) {
    const Spoiled cases[] = {
        {"activity 1: refers to", [](ProblemData& d) { d.activities[1].calendar = 7; }},
        {"activity 1: refers to", [](ProblemData& d) { d.activities[1].forbidden = 3; }},
        {"activity 0: it has no mode", [](ProblemData& d) { d.activities[0].modes.clear(); }},
        {"activity 0: a duration", [](ProblemData& d) { d.activities[0].modes[0].duration = -1; }},
        {"activity 0: its window", [](ProblemData& d) { d.activities[0].earliest_start = -1; }},
        {"activity 1: refers to", [](ProblemData& d) { d.activities[1].modes[0].demands[0].pool = 1; }},
        {"activity 1: a number", [](ProblemData& d) { d.activities[1].modes[0].demands[0].units = -2; }},
        {"activity 1: a number", [](ProblemData& d) { d.activities[1].modes[0].expenses[0].amount = -2; }},
        {"activity 1: refers to", [](ProblemData& d) { d.activities[1].modes[0].stock_changes[0].reservoir = -1; }},
        {"activity 2: refers to",
         [](ProblemData& d) {
             d.activities[2].fixed = 0;
             d.fixed_activities[0].mode = 1;
         }},
        {"activity 2: its fixed days",
         [](ProblemData& d) {
             d.activities[2].fixed = 0;
             d.fixed_activities[0].end = -1;
         }},
        {"link 0: refers to", [](ProblemData& d) { d.links[0].to = 3; }},
        {"link 0: it links", [](ProblemData& d) { d.links[0].to = 0; }},
        {"link 0: its lag", [](ProblemData& d) { d.links[0].lag = INT32_MIN; }},
        {"forbidden set 0: its intervals", [](ProblemData& d) { d.forbidden_sets[0][1].from = 4; }},
        {"pool 0: its first capacity", [](ProblemData& d) { d.pools[0].steps[0].from = 1; }},
        {"pool 0: its capacity steps", [](ProblemData& d) { d.pools[0].steps[1].from = 0; }},
        {"pool 0: a capacity", [](ProblemData& d) { d.pools[0].steps[1].capacity = -1; }},
        {"partition 1: its periods", [](ProblemData& d) { d.partitions[1].period_of_day[1] = 2; }},
        {"partition 1: refers to", [](ProblemData& d) { d.partitions[1].periods = 2; }},
        {"budget 0: it needs", [](ProblemData& d) { d.budgets[0].limits.pop_back(); }},
        {"budget 0: a limit", [](ProblemData& d) { d.budgets[0].limits[0] = -1; }},
        {"reservoir 0: its minimum", [](ProblemData& d) { d.reservoirs[0].maximum = -1; }},
        {"group 0: refers to", [](ProblemData& d) { d.groups[0].members[0] = -1; }},
        {"group 0: a member", [](ProblemData& d) { d.groups[0].members[0] = 2; }},
        {"gate 0: refers to", [](ProblemData& d) { d.gates[0].requires_done[0] = 9; }},
        {"wish 0: refers to", [](ProblemData& d) { d.wishes[0].activity = 9; }},
        {"wish 0: refers to", [](ProblemData& d) { d.wishes[0].unwanted = 1; }},
        {"wish 0: refers to", [](ProblemData& d) { d.wishes[0].mode = 1; }},
        {"wish 0: a number", [](ProblemData& d) { d.wishes[0].weight = -1; }},
        {"wish 0: the sum", [](ProblemData& d) { d.wishes[0].weight = INT64_MAX; }},
        {"problem 0: the horizon", [](ProblemData& d) { d.horizon = -1; }},
        {"problem 0: work time 0", [](ProblemData& d) { d.work_times[0] = WorkTime({true}); }},
        {"problem 0: objectives", [](ProblemData& d) { d.objectives.clear(); }},
        {"baseline 0: it needs", [](ProblemData& d) { d.objectives = {Objective::moved}; }},
        {"baseline 0: a start", [](ProblemData& d) { d.baseline.assign(d.activities.size(), -2); }},
        {"activity 1: the sum", [](ProblemData& d) { d.activities[1].modes[0].expenses[0].amount = INT64_MAX; }},
    };
    for (const Spoiled& c : cases) {
        ProblemData data = rich();
        c.spoil(data);
        const auto problem = Problem::make(std::move(data));
        ASSERT_FALSE(problem) << c.reason;
        EXPECT_TRUE(problem.error().message.en.starts_with(c.reason))
            << problem.error().message.en << " / " << c.reason;
        EXPECT_FALSE(problem.error().message.ar.empty());
    }
}

TEST(ProblemMake, NamesACircleOfWaitingActivities) {
    ProblemData data = with_activities(4);
    data.links = {{.from = 0, .to = 1}, {.from = 1, .to = 2}, {.from = 2, .to = 1}, {.from = 2, .to = 3}};
    const auto problem = Problem::make(std::move(data));
    ASSERT_FALSE(problem);
    EXPECT_EQ(problem.error().message.en, "activities wait for each other in a circle: 2 → 1 → 2");
}

TEST(ProblemMake, AllowsActivitiesThatStartTogether) {
    ProblemData data = with_activities(2);
    data.links = {{.from = 0, .to = 1, .from_anchor = Anchor::start},
                  {.from = 1, .to = 0, .from_anchor = Anchor::start}};
    const auto problem = Problem::make(std::move(data));
    ASSERT_TRUE(problem);
    EXPECT_TRUE(problem->has_maximal_lags());
}

TEST(ProblemMake, AllowsANestedActivity) {
    // 1 starts after the start of 0 and ends before its end: two links, one in each direction, and no contradiction.
    ProblemData data = with_activities(2);
    data.links = {{.from = 0, .to = 1, .from_anchor = Anchor::start},
                  {.from = 1, .to = 0, .from_anchor = Anchor::finish, .to_anchor = Anchor::finish}};
    const auto problem = Problem::make(std::move(data));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->topological_order(), (std::vector{0, 1}));
    EXPECT_TRUE(problem->has_maximal_lags());
}

TEST(ProblemOrder, FollowsLinksLowestFirst) {
    ProblemData data = with_activities(5);
    data.links = {{.from = 4, .to = 0}, {.from = 3, .to = 1}, {.from = 1, .to = 0}};
    const auto problem = Problem::make(std::move(data));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->topological_order(), (std::vector{2, 3, 1, 4, 0}));
    EXPECT_FALSE(problem->has_maximal_lags());
}

TEST(ProblemOrder, LeavesOutOnlyTheLinksThatCloseACycle) {
    // 2 → 1 is the maximal lag of the way back; 0 hangs behind the cycle by a link that could also be one.
    ProblemData data = with_activities(3);
    data.links = {{.from = 1, .to = 2},
                  {.from = 2, .to = 1, .from_anchor = Anchor::start, .lag = -9},
                  {.from = 2, .to = 0, .from_anchor = Anchor::start, .lag = -1}};
    const auto problem = Problem::make(std::move(data));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->topological_order(), (std::vector{1, 2, 0}));
    EXPECT_TRUE(problem->has_maximal_lags());
}

TEST(ProblemOrder, UpperBoundsAreMaximalLags) {
    ProblemData data = with_activities(2);
    data.links = {{.from = 0, .to = 1, .sense = Sense::at_most, .lag = 3}};
    EXPECT_TRUE(Problem::make(std::move(data))->has_maximal_lags());
}

TEST(ProblemLinks, AreFoundFromBothEnds) {
    ProblemData data = with_activities(3);
    data.links = {{.from = 0, .to = 2}, {.from = 1, .to = 2}, {.from = 0, .to = 1}};
    const auto problem = Problem::make(std::move(data));
    ASSERT_TRUE(problem);
    const auto as_vector = [](std::span<const std::int32_t> row) { return std::vector(row.begin(), row.end()); };
    EXPECT_EQ(as_vector(problem->links_from(0)), (std::vector{0, 2}));
    EXPECT_EQ(as_vector(problem->links_to(2)), (std::vector{0, 1}));
    EXPECT_TRUE(problem->links_from(2).empty());
}

TEST(ProblemOrder, PutsEveryLinkForwardWhereNoneGoesBack) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Problem problem =
            generate_instance({.activities = 60, .density = 2, .shapes = {Shape::mixed_links}, .seed = seed});
        std::vector<int> position(60);
        for (std::size_t i = 0; i < 60; ++i)
            position[static_cast<std::size_t>(problem.topological_order()[i])] = int(i);
        EXPECT_FALSE(problem.has_maximal_lags());
        for (const Link& link : problem.data().links) {
            EXPECT_LT(position[static_cast<std::size_t>(link.from)], position[static_cast<std::size_t>(link.to)]);
        }
    }
}

TEST(Partition, AnswersForDaysBeforeAndAfterItsTable) {
    const Partition years{{0, 0, 0, 1, 1}, 2};
    EXPECT_EQ(years.at(-1), 0);
    EXPECT_EQ(years.at(2), 0);
    EXPECT_EQ(years.at(3), 1);
    EXPECT_EQ(years.at(100), 1);
    EXPECT_EQ(years.first_day(1), 3);
    EXPECT_EQ(Partition{}.at(77), 0);
}

}  // namespace
}  // namespace masar::problem
