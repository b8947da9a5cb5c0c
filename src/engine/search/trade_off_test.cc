#include "engine/search/trade_off.h"

#include "problem/brute_force.h"
#include "problem/generate_instance.h"
#include "problem/schedule.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::Shape;

std::optional<TradeOff> trade_off_of(const Problem& problem) {
    return best_trade_off({problem, [](std::int32_t, std::int32_t) { return true; }});
}

problem::Activity choice(std::int32_t limited_by) {
    problem::Activity made;
    made.modes = {{.duration = 2, .expenses = {{limited_by, 5}}}, {.duration = 5, .expenses = {{limited_by, 1}}}};
    return made;
}

TEST(TradeOff, PaysForDaysWithWhatDoesNotRenew) {
    // Short and short: 4 days, 10 units; each unit saved costs 3/4 day. Of 6 units, 4 must be saved: 7 days, where both modes alone
    // say 4.
    problem::ProblemData data;
    data.horizon = 30;
    data.activities = {choice(0), choice(0)};
    data.links = {{.from = 0, .to = 1}};
    data.budgets = {{0, {6}}};
    const auto problem = Problem::make(data);
    ASSERT_TRUE(problem);
    const auto sum = trade_off_of(*problem);
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->makespan_bound(), 7);
}

TEST(TradeOff, PaysForDaysWithThePoolsEnergy) {
    // Two at a time or one after the other: 1 day x 4 units or 2 days x 1 unit, four times, on 2 units a day: 4 days of energy.
    problem::ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 2}}}};
    data.activities.resize(4);
    for (auto& each : data.activities)
        each.modes = {{.duration = 1, .demands = {{0, 2}}}, {.duration = 3, .demands = {{0, 1}}}};
    const auto problem = Problem::make(data);
    ASSERT_TRUE(problem);
    const auto sum = trade_off_of(*problem);
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->makespan_bound(), 4);
}

TEST(TradeOff, HoldsForEveryBestScheduleAndBoundsNoneTooHigh) {
    int looked_at = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        problem::Shapes shapes{Shape::modes};
        if (seed % 2 == 0) shapes = {Shape::modes, Shape::budgets};
        if (seed % 3 == 0) shapes = {Shape::modes, Shape::mixed_links, Shape::capacity_steps, Shape::fixed};
        const Problem problem = problem::generate_instance({.activities = 4, .shapes = shapes, .seed = seed});
        const auto truth = problem::search_all(problem, 200'000);
        if (!truth.complete || !truth.best) continue;
        const auto sum = trade_off_of(problem);
        if (!sum) continue;
        ++looked_at;
        const std::int64_t makespan = problem::makespan(problem, *truth.best);
        EXPECT_LE(sum->makespan_bound(), makespan) << seed;
        std::int64_t total = 0;
        for (std::size_t i = 0; i < sum->weight.size(); ++i)
            if (!sum->weight[i].empty()) total += sum->weight[i][static_cast<std::size_t>(truth.best->mode[i])];
        EXPECT_LE(total, sum->per_day * makespan + sum->constant) << seed;
    }
    EXPECT_GE(looked_at, 100);
}

}  // namespace
}  // namespace masar::engine
