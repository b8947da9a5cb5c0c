#include "engine/search/exclusions.h"

#include <gtest/gtest.h>

namespace masar::engine {
namespace {

/// Units of two pools of capacity 4 and 3 per activity, each of two days.
problem::Problem of_units(const std::vector<std::pair<int, int>>& units, std::vector<problem::Link> links = {}) {
    problem::ProblemData data;
    data.horizon = 50;
    data.pools = {{{{0, 4}}}, {{{0, 3}}}};
    for (const auto& [first, second] : units) {
        problem::Activity activity;
        activity.modes = {{2, {{0, first}, {1, second}}, {}, {}, 0}};
        data.activities.push_back(activity);
    }
    data.links = std::move(links);
    return *problem::Problem::make(data);
}

using Pairs = std::vector<std::pair<std::int32_t, std::int32_t>>;

TEST(Exclusions, ACliqueMayNeedSeveralPools) {
    // 0 clashes with 1 and 2 on the first pool, they with each other on the second; 3 fits beside all of them.
    const problem::Problem problem = of_units({{3, 0}, {2, 2}, {2, 2}, {1, 1}});
    const Exclusions exclusions(problem, [](std::int32_t) { return true; });
    EXPECT_EQ(exclusions.open_pairs(), (Pairs{{0, 1}, {0, 2}, {1, 2}}));
    EXPECT_EQ(exclusions.cliques(), (std::vector<std::vector<std::int32_t>>{{0, 1, 2}}));
}

TEST(Exclusions, WhatAChainHasPutInOrderNeedsNoVariable) {
    const problem::Problem problem = of_units({{3, 0}, {0, 0}, {3, 0}}, {{.from = 0, .to = 1}, {.from = 1, .to = 2}});
    const Exclusions exclusions(problem, [](std::int32_t) { return true; });
    EXPECT_TRUE(exclusions.open_pairs().empty());
    EXPECT_TRUE(exclusions.cliques().empty());
}

TEST(Exclusions, SpeakOfNothingThatMayBeOtherwise) {
    const problem::Problem problem = of_units({{3, 0}, {3, 0}});
    const Exclusions exclusions(problem, [](std::int32_t activity) { return activity != 1; });
    EXPECT_TRUE(exclusions.open_pairs().empty());
}

}  // namespace
}  // namespace masar::engine
