#include "engine/search/proofs.h"

#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::ProblemData;

problem::Activity activity(std::int32_t duration, std::int32_t units) {
    problem::Activity made;
    made.modes = {{.duration = duration, .demands = {{0, units}}}};
    return made;
}

Proofs prove_data(ProblemData data) {
    const auto problem = Problem::make(std::move(data));
    EXPECT_TRUE(problem);
    return prove(Instance(*problem));
}

TEST(Proofs, EnergyBoundsThreeThatCannotShareAPool) {
    // 3 x (4 days, 2 of 3 units) = 24 unit days over 3 a day: 8 days, where the critical path is 4.
    ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 3}}}};
    data.activities = {activity(4, 2), activity(4, 2), activity(4, 2)};
    EXPECT_EQ(prove_data(data).bounds.front(), 8);
}

TEST(Proofs, EnergyCountsWhatMustComeBeforeAndAfter) {
    // A head of 5 days and a tail of 2 around 8 unit days on one unit a day: 5 + 8 + 2.
    ProblemData data;
    data.horizon = 60;
    data.pools = {{{{0, 1}}}};
    data.activities = {activity(5, 0), activity(4, 1), activity(4, 1), activity(2, 0)};
    for (const std::int32_t middle : {1, 2}) {
        data.links.push_back({.from = 0, .to = middle});
        data.links.push_back({.from = middle, .to = 3});
    }
    EXPECT_EQ(prove_data(data).bounds.front(), 15);
}

TEST(Proofs, EnergyFollowsCapacityStepsAndDaysOff) {
    // Weeks of five days from day 0, capacity 2, but 1 in the first week: 5 + 10 unit days end on the last day of week two.
    std::vector<bool> worked;
    for (Day day = 0; day < 70; ++day) worked.push_back(day % 7 < 5);
    ProblemData data;
    data.horizon = 70;
    data.work_times = {problem::WorkTime(), problem::WorkTime(worked)};
    data.pools = {{{{0, 1}, {7, 2}}}};
    data.activities = {activity(5, 1), activity(5, 1), activity(5, 1)};
    for (auto& each : data.activities) each.calendar = 1;
    EXPECT_EQ(prove_data(data).bounds.front(), 12);
}

TEST(Proofs, ADemandAboveEveryCapacityIsInfeasible) {
    ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 3}}}};
    data.activities = {activity(4, 4)};
    EXPECT_TRUE(prove_data(data).infeasible);
    data.activities.front().optional = true;
    EXPECT_FALSE(prove_data(data).infeasible);
}

TEST(Proofs, AWindowShorterThanItsPredecessorsIsInfeasible) {
    ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 3}}}};
    data.activities = {activity(4, 1), activity(4, 1)};
    data.activities[1].latest_end = 8;
    data.links = {{.from = 0, .to = 1}};
    EXPECT_FALSE(prove_data(data).infeasible);
    data.activities[1].latest_end = 7;
    EXPECT_TRUE(prove_data(data).infeasible);
}

TEST(Proofs, WindowsThatHoldOneByOneMayNotHoldTogether) {
    // Two activities of 4 days that each need the whole pool within the same 7 days.
    ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 2}}}};
    data.activities = {activity(4, 2), activity(4, 2)};
    for (auto& each : data.activities) each.latest_end = 8;
    EXPECT_FALSE(prove_data(data).infeasible);
    for (auto& each : data.activities) each.latest_end = 7;
    EXPECT_TRUE(prove_data(data).infeasible);
}

TEST(Proofs, ABudgetThatCannotPayTheCheapestModesIsInfeasible) {
    ProblemData data;
    data.horizon = 30;
    data.activities.resize(2);
    for (auto& each : data.activities) {
        each.modes = {{.duration = 1, .expenses = {{0, 9}}}, {.duration = 3, .expenses = {{0, 5}}}};
    }
    data.budgets = {{0, {10}}};
    EXPECT_FALSE(prove_data(data).infeasible);
    data.budgets = {{0, {9}}};
    EXPECT_TRUE(prove_data(data).infeasible);
}

TEST(Proofs, GatesAreAtLeastAsLateAsTheirEarliestEnds) {
    ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 3}}}};
    data.activities = {activity(4, 1), activity(6, 1)};
    data.links = {{.from = 0, .to = 1}};
    data.gates = {{.due_end = 7, .weight = 2, .requires_done = {1}}, {.due_end = 9, .weight = 5, .requires_done = {0}}};
    data.objectives = {problem::Objective::gate_lateness, problem::Objective::makespan};
    EXPECT_THAT(prove_data(data).bounds, testing::ElementsAre(2 * 3, 10));
}

TEST(Proofs, AMilestoneMayStandOnTheEndOfTheHorizon) {
    ProblemData data;
    data.horizon = 4;
    data.pools = {{{{0, 1}}}};
    data.activities = {activity(4, 0), activity(0, 0)};
    data.links = {{.from = 0, .to = 1}};
    EXPECT_FALSE(prove_data(data).infeasible);
    data.horizon = 3;
    EXPECT_TRUE(prove_data(data).infeasible);
}

/// No bound above the optimum and no false proof, whatever the problem.
TEST(Proofs, HoldAgainstExhaustiveSearch) {
    std::int32_t proven_infeasible = 0;
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        const problem::InstanceOptions options{.activities = 4,
                                               .tightness = 0.4 + 0.0015 * seed,
                                               .shapes = problem::Shapes::from_bits(seed * 2246822519U >> 20),
                                               .seed = 5000 + seed};
        const Problem problem = problem::generate_instance(options);
        const auto truth = problem::search_all(problem, 2'000'000);
        if (!truth.complete) continue;
        const Proofs proofs = prove(Instance(problem));
        proven_infeasible += proofs.infeasible;
        if (!truth.best) continue;
        EXPECT_FALSE(proofs.infeasible) << seed;
        if (!proofs.infeasible && proofs.bounds.front()) {
            EXPECT_LE(*proofs.bounds.front(), truth.objective.front()) << seed;
        }
    }
    EXPECT_GT(proven_infeasible, 10);
}

}  // namespace
}  // namespace masar::engine
