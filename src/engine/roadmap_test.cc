// Made-up roadmaps with everything that real ones have, at the example's size and beyond.
#include "engine/roadmap_like.h"
#include "engine/solve.h"

#include "problem/passes.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

TEST(SolveRoadmap, FitsWhatTheEarliestStartsOverload) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto problem = make_roadmap_like({.seed = seed, .load = 0.6, .ceiling = 1.5});
        const auto passes = problem::run_passes(problem, {});
        const problem::Schedule earliest{passes.earliest_start,
                                         std::vector<std::int32_t>(passes.earliest_start.size())};
        EXPECT_FALSE(problem::check(problem, earliest).empty()) << seed;
        engine::Run run;
        run.limits.schedules = 1000;
        const Answer answer = solve(problem, run);
        ASSERT_TRUE(answer.schedule) << seed << ": " << answer.breaches.size();
        EXPECT_TRUE(problem::check(problem, *answer.schedule).empty()) << seed;
    }
}

TEST(SolveRoadmap, OnePassOverThousandsBreaksNoPool) {
    const auto problem = make_roadmap_like({.activities = 3000});
    engine::Run run;
    run.limits.schedules = 1;
    const Answer answer = solve(problem, run);
    EXPECT_EQ(answer.schedules, 1);
    for (const auto& breach : answer.breaches) {
        EXPECT_TRUE(breach.kind == problem::BreachKind::window_end || breach.kind == problem::BreachKind::budget);
    }
}

TEST(SolveRoadmapThreads, GivesTheSameAnswerOnTwo) {
    const auto problem = make_roadmap_like({.activities = 200, .seed = 4});
    engine::Run run;
    run.limits.schedules = 150;
    const Answer one = solve(problem, run);
    run.limits.threads = 2;
    const Answer two = solve(problem, run);
    EXPECT_EQ(one.schedule, two.schedule);
    EXPECT_EQ(one.best_effort, two.best_effort);
    EXPECT_EQ(one.objective, two.objective);
}

}  // namespace
}  // namespace masar::engine
