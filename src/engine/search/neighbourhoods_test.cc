#include "engine/search/neighbourhoods.h"

#include "engine/search/exact_search.h"
#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Shape;

/// How far the schedule is from what is held, in days (or choices).
std::int32_t distance(const std::vector<std::int32_t>& values, Bound held) {
    const std::int32_t value = values[static_cast<std::size_t>(held.side / 2)];
    return value == INT32_MIN ? 0 : held.value - (held.side % 2 == 0 ? value : -value);
}

TEST(Neighbourhoods, HoldTheScheduleButForADayToTheLeft) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const problem::Shapes shapes = seed % 2 == 0 ? problem::Shapes{Shape::modes} : problem::Shapes{Shape::groups};
        const Problem problem = problem::generate_instance({.activities = 12, .shapes = shapes, .seed = seed});
        ExactSearch search(problem, std::nullopt);
        if (search.run({.conflicts = 2'000}) != ExactStatus::optimal) continue;
        const auto model = build_clause_model(problem, {});
        ASSERT_TRUE(model);
        const std::vector<std::int32_t> values = model->values(problem, *search.best());
        Neighbourhoods neighbourhoods(problem);
        bool some_held = false;
        for (int i = 0; i < 60; ++i) {
            for (const Bound held : neighbourhoods.next(*model, *search.best())) {
                some_held = true;
                EXPECT_LE(distance(values, held), 1) << seed;
            }
            if (i % 3 == 0) neighbourhoods.widen();
            if (i % 3 == 1) neighbourhoods.narrow();
        }
        EXPECT_TRUE(some_held);
    }
}

TEST(Neighbourhoods, LeadFromAPoorScheduleToTheBest) {
    int looked_at = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Problem problem =
            problem::generate_instance({.activities = 4, .tightness = 0.8, .shapes = {Shape::modes}, .seed = seed});
        const problem::ExhaustiveAnswer truth = problem::search_all(problem, 300'000);
        if (!truth.complete || !truth.best) continue;
        // The first schedule that the search meets is seldom the best.
        ExactSearch first(problem, std::nullopt);
        while (!first.best() && first.run({.conflicts = 1}) == ExactStatus::limit) {
        }
        ASSERT_TRUE(first.best());
        ExactSearch second(problem, first.best());
        EXPECT_EQ(second.run({}), ExactStatus::optimal);
        EXPECT_EQ(second.objective(), truth.objective) << seed;
        ++looked_at;
    }
    EXPECT_GE(looked_at, 20);
}

}  // namespace
}  // namespace masar::engine
