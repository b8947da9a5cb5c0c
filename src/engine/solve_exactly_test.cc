// The heuristic and the exact search together: what small problems are worth, proven, and the same on any number of threads.
#include "engine/solve.h"
#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Problem;

Answer solve_with(const Problem& problem, std::int64_t conflicts, std::int32_t threads = 1) {
    engine::Run run;
    run.limits.schedules = 50;
    run.limits.conflicts = conflicts;
    run.limits.threads = threads;
    return solve(problem, run);
}

TEST(SolveExactly, ProvesSmallProblemsOfEveryShape) {
    int settled = 0;
    for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 11) & ((1U << problem::shape_count) - 1);
        const problem::Shapes shapes = problem::Shapes::from_bits(bits);
        const Problem problem = problem::generate_instance(
            {.activities = 3, .pools = 1, .longest_duration = 2, .tightness = 0.8, .shapes = shapes, .seed = seed});
        const auto truth = problem::search_all(problem, 300'000);
        if (!truth.complete) continue;
        const Answer answer = solve_with(problem, 100'000);
        EXPECT_EQ(answer.status, truth.best ? Status::optimal : Status::infeasible) << "seed " << seed;
        if (truth.best) {
            EXPECT_EQ(answer.objective, truth.objective) << "seed " << seed;
        }
        ++settled;
    }
    EXPECT_GE(settled, 30);
}

TEST(SolveExactly, FindsTheSameOnAnyNumberOfThreads) {
    const Problem problem = problem::generate_instance({.activities = 40, .tightness = 0.8, .shapes = {}, .seed = 2});
    const Answer one = solve_with(problem, 300), four = solve_with(problem, 300, 4);
    EXPECT_EQ(one.schedule, four.schedule);
    EXPECT_EQ(one.bound, four.bound);
    EXPECT_EQ(one.conflicts, four.conflicts);
}

TEST(SolveExactly, ACountOfSchedulesAloneAsksForNoProof) {
    const Problem problem = problem::generate_instance({.activities = 20, .tightness = 0.9, .shapes = {}, .seed = 4});
    engine::Run run;
    run.limits.schedules = 50;
    EXPECT_EQ(solve(problem, run).conflicts, 0);
}

}  // namespace
}  // namespace masar::engine
