// The exact search against looking at everything: thousands of small problems of every shape it can say.
#include "engine/search/exact_search.h"

#include "problem/brute_force.h"
#include "problem/checker.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Shape;

/// False when the truth is unknown or the search says that it cannot say.
bool agree(const problem::InstanceOptions& options) {
    const Problem problem = problem::generate_instance(options);
    const problem::ExhaustiveAnswer truth = problem::search_all(problem, 300'000);
    if (!truth.complete) return false;
    ExactSearch search(problem, std::nullopt);
    const ExactStatus status = search.run({});
    if (status == ExactStatus::unsupported) return false;
    EXPECT_EQ(status, truth.best ? ExactStatus::optimal : ExactStatus::infeasible) << "seed " << options.seed;
    if (!truth.best || !search.best()) return true;
    EXPECT_TRUE(problem::check(problem, *search.best()).empty());
    EXPECT_EQ(search.objective(), truth.objective) << "seed " << options.seed;
    for (std::size_t i = 0; i < truth.objective.size(); ++i) EXPECT_EQ(search.bounds()[i], truth.objective[i]);
    // From its own optimum there is nothing to find, only to prove.
    ExactSearch again(problem, truth.best);
    EXPECT_EQ(again.run({}), ExactStatus::optimal);
    EXPECT_EQ(again.objective(), truth.objective);
    for (const ExactStrategy strategy : {ExactStrategy::ascend, ExactStrategy::fail_first}) {
        ExactSearch other(problem, ExactStart{.incumbent = std::nullopt, .strategy = strategy});
        EXPECT_EQ(other.run({}), ExactStatus::optimal) << "seed " << options.seed;
        EXPECT_EQ(other.objective(), truth.objective) << "seed " << options.seed;
    }
    return true;
}

void agree_on(const problem::Shapes& shapes, std::uint64_t problems) {
    std::uint64_t agreed = 0;
    for (std::uint64_t seed = 1; seed <= problems && !::testing::Test::HasFailure(); ++seed) {
        const double tightness = 0.4 + 0.1 * static_cast<double>(seed % 6);
        agreed += agree({.activities = 4, .tightness = tightness, .shapes = shapes, .seed = seed}) ? 1 : 0;
    }
    EXPECT_GE(agreed, problems / 2) << "too few of them were looked at";
}

TEST(ExactSearch, MindsADatedCapacityWhereAllHappensOnDayZero) {
    problem::ProblemData data;
    data.horizon = 9;
    data.pools.push_back({{{0, 2}, {4, 1}}});
    data.activities.resize(1);
    data.activities[0].modes = {{.duration = 0}, {.duration = 1, .demands = {{0, 1}}}};
    const Problem problem = Problem::make(std::move(data)).value();
    ExactSearch search(problem, problem::Schedule{{0}, {0}});
    EXPECT_EQ(search.run({}), ExactStatus::optimal);
    EXPECT_EQ(search.objective().front(), 0);
}

TEST(ExactSearch, ProvesPlainProblems) { agree_on({}, 60); }
TEST(ExactSearch, ProvesMaximalLags) { agree_on({Shape::mixed_links, Shape::maximal_lags}, 60); }
TEST(ExactSearch, ProvesModes) { agree_on({Shape::modes}, 40); }
TEST(ExactSearch, ProvesCalendars) { agree_on({Shape::calendars, Shape::mixed_links}, 40); }
TEST(ExactSearch, ProvesWindowsAndForbiddenTimes) { agree_on({Shape::windows, Shape::forbidden}, 40); }
TEST(ExactSearch, ProvesCapacitySteps) { agree_on({Shape::capacity_steps, Shape::fixed}, 40); }
TEST(ExactSearch, ProvesBudgets) { agree_on({Shape::budgets, Shape::modes}, 40); }
TEST(ExactSearch, ProvesOptions) { agree_on({Shape::groups, Shape::modes}, 40); }
TEST(ExactSearch, ProvesReservoirs) { agree_on({Shape::reservoirs, Shape::modes}, 40); }
TEST(ExactSearch, ProvesTheDistanceFromABaseline) { agree_on({Shape::baseline, Shape::groups, Shape::calendars}, 60); }
TEST(ExactSearch, ProvesWhatWishesCost) {
    agree_on({Shape::wishes, Shape::modes, Shape::calendars}, 40);
    agree_on({Shape::wishes, Shape::groups, Shape::fixed, Shape::windows}, 40);
}
TEST(ExactSearch, ProvesGates) { agree_on({Shape::gates, Shape::calendars}, 40); }

TEST(ExactSearch, ProvesAnyMixtureOfShapes) {
    int agreed = 0;
    for (std::uint64_t seed = 1; seed <= 120 && !HasFailure(); ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 7) & ((1U << problem::shape_count) - 1);
        const problem::Shapes shapes = problem::Shapes::from_bits(bits);
        agreed += agree({.activities = 3, .pools = 1, .longest_duration = 2, .shapes = shapes, .seed = seed}) ? 1 : 0;
    }
    EXPECT_GE(agreed, 80);
}

TEST(ExactSearch, GoesOnWhereItStoppedAndIsTheSameEachTime) {
    const Problem problem = problem::generate_instance({.activities = 14, .tightness = 0.9, .shapes = {}, .seed = 5});
    ExactSearch whole(problem, std::nullopt), parts(problem, std::nullopt), again(problem, std::nullopt);
    ASSERT_EQ(whole.run({}), ExactStatus::optimal);
    while (parts.run({.conflicts = 5}) == ExactStatus::limit) {
    }
    EXPECT_EQ(parts.objective(), whole.objective());
    EXPECT_EQ(again.run({}), ExactStatus::optimal);
    EXPECT_EQ(again.best(), whole.best());
    EXPECT_EQ(again.conflicts(), whole.conflicts());
}

}  // namespace
}  // namespace masar::engine
