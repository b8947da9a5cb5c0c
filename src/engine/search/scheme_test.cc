// Both schemes on problems small enough to look at by hand, and on random ones through the checker.
#include "engine/search/full_scheme.h"
#include "engine/search/plain_scheme.h"

#include "base/random_stream.h"
#include "problem/checker.h"
#include "problem/generate_instance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::ProblemData;
using testing::ElementsAre;

/// Independent activities on one pool.
Problem on_one_pool(std::int32_t capacity,
                    const std::vector<std::pair<std::int32_t, std::int32_t>>& durations_and_units) {
    ProblemData data;
    data.horizon = 40;
    data.pools = {{{{0, capacity}}}};
    for (const auto& [duration, units] : durations_and_units) {
        problem::Activity activity;
        activity.modes = {{.duration = duration, .demands = {{0, units}}}};
        data.activities.push_back(activity);
    }
    return *Problem::make(std::move(data));
}

Genome in_order(std::int32_t size) {
    Genome genome;
    for (std::int32_t i = 0; i < size; ++i) genome.key.push_back(i);
    genome.mode.assign(size, 0);
    return genome;
}

TEST(PlainScheme, SerialPutsTheNextInOrderWhereItFits) {
    // Capacity 2: A (3 days, 1), B (2, 2), C (3, 1). B waits for A; C still fits beside A.
    const Problem problem = on_one_pool(2, {{3, 1}, {2, 2}, {3, 1}});
    const Instance instance(problem);
    ASSERT_TRUE(instance.plain());
    PlainScheme scheme(instance);
    Candidate candidate;
    scheme.generate(in_order(3), {}, candidate);
    EXPECT_THAT(candidate.start, ElementsAre(0, 3, 0));
    EXPECT_EQ(candidate.cost.value[0], 5);
}

TEST(PlainScheme, ParallelLetsNothingWaitThatCouldRun) {
    // Capacity 2: A (1 day, 1), B (2, 2), C (4, 1). Serial order A B C: C fits only after B. Parallel: C starts with A.
    const Problem problem = on_one_pool(2, {{1, 1}, {2, 2}, {4, 1}});
    const Instance instance(problem);
    PlainScheme scheme(instance);
    Candidate candidate;
    scheme.generate(in_order(3), {}, candidate);
    EXPECT_THAT(candidate.start, ElementsAre(0, 1, 3));
    scheme.generate(in_order(3), {Direction::forward, Order::parallel}, candidate);
    EXPECT_THAT(candidate.start, ElementsAre(0, 4, 0));
}

TEST(PlainScheme, BackwardEndsAtTheHorizon) {
    const Problem problem = on_one_pool(2, {{3, 1}, {2, 2}, {3, 1}});
    const Instance instance(problem);
    PlainScheme scheme(instance);
    Candidate candidate;
    Genome genome = in_order(3);  // greatest first: C, then B before it, then A beside C
    scheme.generate(genome, {Direction::backward, Order::serial}, candidate);
    const Day end = instance.horizon();
    EXPECT_THAT(candidate.start, ElementsAre(end - 3, end - 5, end - 3));
    EXPECT_EQ(candidate.cost.value[0], 5);
}

TEST(FullScheme, AgreesWithThePlainOneWhereBothApply) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Problem problem = problem::generate_instance({.activities = 25, .longest_duration = 6, .seed = seed});
        const Instance instance(problem);
        ASSERT_TRUE(instance.plain());
        const Cycles cycles = find_cycles(problem);
        PlainScheme plain(instance);
        FullScheme full(instance, cycles);
        base::RandomStream random(seed, 1);
        Genome genome = in_order(problem.size());
        for (auto& key : genome.key) key = static_cast<std::int32_t>(random.below(100));
        for (const Order order : {Order::serial, Order::parallel}) {
            Candidate one, other;
            plain.generate(genome, {Direction::forward, order}, one);
            full.generate(genome, order, other);
            EXPECT_EQ(one.start, other.start) << seed;
            EXPECT_EQ(one.cost, other.cost) << seed;
        }
    }
}

/// A candidate without overshoot is a schedule that holds, whatever the problem; but what is fixed may break a limit by itself.
TEST(FullScheme, WhatItCallsWithoutBreachTheCheckerCallsToo) {
    std::int32_t holding = 0;
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        const problem::InstanceOptions options{
            .activities = 12,
            .tightness = 0.3,
            .shapes = problem::Shapes::from_bits((seed * 2654435761U >> 20)
                                                 & ~(1U << static_cast<unsigned>(problem::Shape::fixed))),
            .seed = seed};
        const Problem problem = problem::generate_instance(options);
        const Instance instance(problem);
        const Cycles cycles = find_cycles(problem);
        FullScheme scheme(instance, cycles);
        base::RandomStream random(seed, 2);
        Genome genome = in_order(problem.size());
        for (auto& key : genome.key) key = static_cast<std::int32_t>(random.below(60));
        Candidate candidate;
        for (const Order order : {Order::serial, Order::parallel}) {
            scheme.generate(genome, order, candidate);
            if (candidate.cost.overshoot > 0) continue;
            ++holding;
            const auto breaches = problem::check(problem, schedule_of(candidate));
            EXPECT_TRUE(breaches.empty()) << "seed " << seed << " kind " << static_cast<int>(breaches.front().kind);
        }
    }
    EXPECT_GT(holding, 300);
}

TEST(FullScheme, JustificationNeverLoses) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const problem::InstanceOptions options{
            .activities = 20,
            .tightness = 0.5,
            .shapes = {problem::Shape::calendars, problem::Shape::capacity_steps, problem::Shape::forbidden},
            .seed = seed};
        const Problem problem = problem::generate_instance(options);
        const Instance instance(problem);
        if (!instance.justifiable()) continue;
        const Cycles cycles = find_cycles(problem);
        FullScheme scheme(instance, cycles);
        Candidate candidate, shifted, back;
        scheme.generate(in_order(problem.size()), Order::serial, candidate);
        if (candidate.cost.overshoot > 0) continue;
        scheme.shift_right(candidate, shifted);
        for (std::int32_t i = 0; i < problem.size(); ++i) EXPECT_GE(shifted.start[i], candidate.start[i]) << seed;
        EXPECT_TRUE(problem::check(problem, schedule_of(shifted)).empty()) << seed;
        Genome genome = in_order(problem.size());
        genome.key = shifted.start;
        scheme.generate(genome, Order::serial, back);
        EXPECT_LE(back.cost, candidate.cost) << seed;
    }
}

}  // namespace
}  // namespace masar::engine
