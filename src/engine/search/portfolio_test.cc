#include "engine/search/portfolio.h"

#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Shape;

Problem medium(std::uint64_t seed) {
    return problem::generate_instance({.activities = 16, .tightness = 0.9, .shapes = {}, .seed = seed});
}

struct Outcome {
    ExactStatus status = ExactStatus::limit;
    std::optional<Schedule> best;
    std::vector<std::optional<std::int64_t>> bounds;
    std::int64_t conflicts = 0;
    bool operator==(const Outcome&) const = default;
};

Outcome run(const Problem& problem, std::int32_t threads, std::int64_t rounds) {
    Crew crew(threads);
    Portfolio portfolio(problem, {}, Team::full);
    Outcome outcome;
    for (std::int64_t round = 0; round < rounds && outcome.status == ExactStatus::limit; ++round)
        outcome.status = portfolio.run({.conflicts = 40}, crew);
    outcome.best = portfolio.best();
    outcome.bounds = portfolio.bounds();
    outcome.conflicts = portfolio.conflicts();
    return outcome;
}

TEST(PortfolioThreads, DoTheSameWhateverTheirNumber) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Problem problem = medium(seed);
        const Outcome one = run(problem, 1, 8);
        EXPECT_EQ(one, run(problem, 2, 8)) << "seed " << seed;
        EXPECT_EQ(one, run(problem, 4, 8)) << "seed " << seed;
    }
}

TEST(Portfolio, SettlesWhatOneSearchSettles) {
    int settled = 0;
    for (std::uint64_t seed = 1; seed <= 40 && !HasFailure(); ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 11) & ((1U << problem::shape_count) - 1);
        const Problem problem = problem::generate_instance({.activities = 3,
                                                            .pools = 1,
                                                            .longest_duration = 2,
                                                            .tightness = 0.8,
                                                            .shapes = problem::Shapes::from_bits(bits),
                                                            .seed = seed});
        const auto truth = problem::search_all(problem, 300'000);
        if (!truth.complete) continue;
        const Outcome outcome = run(problem, 1, 1000);
        if (outcome.status == ExactStatus::unsupported) continue;
        ++settled;
        EXPECT_EQ(outcome.status, truth.best ? ExactStatus::optimal : ExactStatus::infeasible) << "seed " << seed;
        if (!truth.best) continue;
        EXPECT_EQ(problem::objective_values(problem, outcome.best.value()), truth.objective) << "seed " << seed;
        for (std::size_t i = 0; i < truth.objective.size(); ++i) EXPECT_EQ(outcome.bounds[i], truth.objective[i]);
    }
    EXPECT_GE(settled, 20);
}

TEST(ExactSearch, RisesToTheSameOptimumAsItDescendsTo) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Problem problem = medium(seed);
        ExactSearch down(problem, std::nullopt), up(problem, {.strategy = ExactStrategy::ascend});
        ASSERT_EQ(down.run({}), ExactStatus::optimal);
        ASSERT_EQ(up.run({}), ExactStatus::optimal);
        EXPECT_EQ(up.objective(), down.objective()) << "seed " << seed;
        EXPECT_EQ(up.bounds(), down.bounds());
    }
}

TEST(ExactSearch, ExploresWithoutLosingTheTruth) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Problem problem = medium(seed);
        ExactSearch down(problem, std::nullopt);
        ASSERT_EQ(down.run({}), ExactStatus::optimal);
        ExactSearch near(problem, {.strategy = ExactStrategy::explore}),
            again(problem, {.strategy = ExactStrategy::explore});
        const ExactStatus status = near.run({.conflicts = 500});
        EXPECT_GE(near.objective(), down.objective()) << "seed " << seed;
        if (status == ExactStatus::optimal) {
            EXPECT_EQ(near.objective(), down.objective()) << "seed " << seed;
        }
        EXPECT_EQ(again.run({.conflicts = 500}), status);
        EXPECT_EQ(again.best(), near.best());
    }
}

TEST(ExactSearch, FindsNothingAboveACeiling) {
    const Problem problem = medium(3);
    ExactSearch free(problem, std::nullopt);
    ASSERT_EQ(free.run({}), ExactStatus::optimal);
    const std::int64_t best = free.objective()[0];
    ExactSearch at(problem, {.incumbent = std::nullopt, .ceilings = {best}});
    EXPECT_EQ(at.run({}), ExactStatus::optimal);
    EXPECT_EQ(at.objective()[0], best);
    ExactSearch under(problem, {.incumbent = std::nullopt, .ceilings = {best - 1}});
    EXPECT_EQ(under.run({}), ExactStatus::infeasible);
}

TEST(Portfolio, LetsWorkersGoForWhichMemoryDoesNotSuffice) {
    const Problem problem = problem::generate_instance({.activities = 40, .tightness = 0.9, .shapes = {}, .seed = 2});
    const auto no_memory = []() -> bool { throw std::bad_alloc(); };
    for (const std::int32_t threads : {1, 3}) {
        Crew crew(threads);
        Portfolio portfolio(problem, {}, Team::full);
        EXPECT_EQ(portfolio.run({.conflicts = 100'000, .stop = no_memory}, crew), ExactStatus::unsupported);
        EXPECT_TRUE(portfolio.short_of_memory());
    }
}

TEST(Portfolio, TakesInWhatOthersFind) {
    const Problem problem = medium(5);
    ExactSearch search(problem, std::nullopt);
    ASSERT_EQ(search.run({}), ExactStatus::optimal);
    Crew crew(1);
    Portfolio portfolio(problem, {}, Team::full);
    portfolio.offer(*search.best());
    EXPECT_EQ(portfolio.best(), search.best());
    ExactStatus status = ExactStatus::limit;
    while (status == ExactStatus::limit) status = portfolio.run({.conflicts = 200}, crew);
    EXPECT_EQ(status, ExactStatus::optimal);
    EXPECT_EQ(problem::objective_values(problem, *portfolio.best()), search.objective());
}

}  // namespace
}  // namespace masar::engine
