// Wishes in the heuristic alone, with what is known without search as bound, and beside the exact search.
#include "engine/solve.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Objective;
using problem::Problem;
using problem::ProblemData;

Answer solve_with(const Problem& problem, std::int64_t conflicts) {
    engine::Run run;
    run.limits.schedules = 400;
    run.limits.conflicts = conflicts;
    return solve(problem, run);
}

problem::Activity lasting(std::int32_t duration) {
    problem::Activity activity;
    activity.modes.push_back({.duration = duration});
    return activity;
}

/// A chain of 4 + 4 + 4 days, and beside it 2 days that nobody wants before day 5.
ProblemData chain_and_visit() {
    ProblemData data{.horizon = 40};
    for (const std::int32_t duration : {4, 4, 4, 2}) data.activities.push_back(lasting(duration));
    data.links = {{.from = 0, .to = 1}, {.from = 1, .to = 2}};
    data.forbidden_sets = {{{0, 5}}};
    data.wishes = {{.activity = 3, .unwanted = 0, .weight = 7}};
    data.objectives = {Objective::makespan, Objective::wishes};
    return data;
}

TEST(SolveWishes, KeepsWhatCostsNoDayOnTheLongestWay) {
    const Answer answer = solve_with(Problem::make(chain_and_visit()).value(), 0);
    EXPECT_EQ(answer.status, Status::optimal);
    EXPECT_EQ(answer.objective, (std::vector<std::int64_t>{12, 0}));
}

TEST(SolveWishes, WaitsForThemWhenTheyWeighMoreThanTheEnd) {
    ProblemData data = chain_and_visit();
    data.wishes.push_back({.activity = 1, .unwanted = 0, .weight = 2});  // it could start on day 4
    EXPECT_EQ(solve_with(Problem::make(data).value(), 0).objective, (std::vector<std::int64_t>{12, 2}));
    data.objectives = {Objective::wishes, Objective::makespan};
    EXPECT_EQ(solve_with(Problem::make(data).value(), 0).objective, (std::vector<std::int64_t>{0, 13}));
}

TEST(SolveWishes, TakesTheModeThatNobodyMinds) {
    ProblemData data = chain_and_visit();
    data.activities[3].modes.push_back({.duration = 3});
    data.wishes = {{.activity = 3, .mode = 0, .weight = 7}};
    EXPECT_EQ(solve_with(Problem::make(data).value(), 0).objective, (std::vector<std::int64_t>{12, 0}));
}

TEST(SolveWishes, KnowsWithoutSearchWhatNoStartAvoids) {
    ProblemData data = chain_and_visit();
    data.activities[3].latest_end = 6;
    const Answer answer = solve_with(Problem::make(data).value(), 0);
    EXPECT_EQ(answer.bound, (std::vector<std::optional<std::int64_t>>{12, 7})) << "4 and 5 would be days 4 and 5";
    EXPECT_EQ(answer.status, Status::optimal);
}

// What the schedules find comes near what is proven.
TEST(SolveWishes, FindsMostOfWhatExactSearchFinds) {
    std::int64_t kept = 0, possible = 0, all = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Problem problem =
            problem::generate_instance({.activities = 14,
                                        .pools = 2,
                                        .shapes = {problem::Shape::calendars, problem::Shape::wishes},
                                        .seed = seed});
        const Answer found = solve_with(problem, 0), proven = solve_with(problem, 50'000);
        ASSERT_EQ(proven.status, Status::optimal) << "seed " << seed;
        for (const problem::Wish& wish : problem.data().wishes) {
            all += wish.weight;
            kept += given_up(problem, *found.schedule, wish) ? 0 : wish.weight;
            possible += given_up(problem, *proven.schedule, wish) ? 0 : wish.weight;
        }
        EXPECT_GE(found.objective, proven.objective) << "seed " << seed;
    }
    EXPECT_LT(possible, all);
    EXPECT_GE(kept * 100, possible * 95) << kept << " kept, " << possible << " possible, " << all << " in all";
}

}  // namespace
}  // namespace masar::engine
