// Conflicts against the truth: what is named cannot hold, and without any one of its members it can.
#include "engine/explain.h"

#include "problem/brute_force.h"
#include "problem/generate_instance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <numeric>

namespace masar::engine {
namespace {

using problem::Problem;
using problem::Statement;
using problem::StatementKind;

std::vector<std::vector<Statement>> one_each(const Problem& problem) {
    std::vector<std::vector<Statement>> groups;
    for (const Statement& statement : problem::all_statements(problem)) groups.push_back({statement});
    return groups;
}

/// Whether the problem with only these groups has a schedule, by looking at everything; nothing = too many to look at.
std::optional<bool> possible(const Problem& problem, const std::vector<std::vector<Statement>>& groups,
                             const std::vector<std::int32_t>& members) {
    std::vector<Statement> dropped;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (std::ranges::find(members, static_cast<std::int32_t>(i)) == members.end())
            dropped.insert(dropped.end(), groups[i].begin(), groups[i].end());
    const auto rest = Problem::make(problem::without(problem, dropped));
    if (!rest) return std::nullopt;
    const auto truth = problem::search_all(*rest, 400'000);
    if (truth.best) return true;
    return truth.complete ? std::optional(false) : std::nullopt;
}

/// All deadlines early, so that many have no schedule.
Problem hurried(const Problem& problem) {
    problem::ProblemData data = problem.data();
    for (problem::Activity& activity : data.activities)
        activity.latest_end = std::min(activity.latest_end, data.horizon / 4 + 1);
    return *Problem::make(data);
}

TEST(Explain, NamesExactlyWhatCannotHoldTogether) {
    int conflicts = 0, members = 0;
    for (std::uint64_t seed = 1; seed <= 150 && !HasFailure(); ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 9) & ((1U << problem::shape_count) - 1);
        const problem::Shapes shapes = problem::Shapes::from_bits(bits);
        const Problem problem = hurried(problem::generate_instance(
            {.activities = 3, .pools = 1, .longest_duration = 2, .shapes = shapes, .seed = seed}));
        const auto groups = one_each(problem);
        const ConflictSet set = find_conflict(problem, groups, {});
        if (set.status == ConflictStatus::unsupported) continue;
        const auto truth = problem::search_all(problem, 400'000);
        if (!truth.complete) continue;
        ASSERT_EQ(set.status, truth.best ? ConflictStatus::feasible : ConflictStatus::conflict) << "seed " << seed;
        if (truth.best) continue;
        ++conflicts;
        EXPECT_TRUE(set.minimal);
        EXPECT_NE(possible(problem, groups, set.members), true) << "seed " << seed;
        for (const std::int32_t member : set.members) {
            std::vector<std::int32_t> others = set.members;
            std::erase(others, member);
            EXPECT_NE(possible(problem, groups, others), false) << "seed " << seed << " member " << member;
            ++members;
        }
    }
    EXPECT_GE(conflicts, 10);
    EXPECT_GE(members, conflicts);
}

/// The fewest groups that cannot hold together, by trying all choices of few before those of more; nothing = too many to look at.
std::optional<std::size_t> fewest_members(const Problem& problem, const std::vector<std::vector<Statement>>& groups) {
    if (groups.size() > 12) return std::nullopt;
    std::vector<std::uint32_t> choices(1U << groups.size());
    std::iota(choices.begin(), choices.end(), 0U);
    std::ranges::stable_sort(choices, {}, [](std::uint32_t each) { return std::popcount(each); });
    for (const std::uint32_t choice : choices) {
        std::vector<std::int32_t> members;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if ((choice >> i & 1U) != 0) members.push_back(static_cast<std::int32_t>(i));
        const auto truth = possible(problem, groups, members);
        if (!truth) return std::nullopt;
        if (!*truth) return members.size();
    }
    return std::nullopt;
}

/// Three periods of one day each with these budgets; activities of one day that cost 1, some of them not before day 1.
problem::ProblemData three_years(std::vector<std::int64_t> limits, int free, int late) {
    problem::ProblemData data;
    data.horizon = 3;
    data.partitions.push_back({{0, 1, 2}, 3});
    data.budgets = {{1, std::move(limits)}};
    for (int i = 0; i < free + late; ++i) {
        problem::Activity activity;
        activity.modes = {{1, {}, {{0, 1, problem::Charge::at_start}}, {}, 0}};
        activity.earliest_start = i < free ? 0 : 1;
        data.activities.push_back(activity);
    }
    return data;
}

// Years 1 and 2 have 1 each, and three activities come no earlier: 2 ceilings, 3 activities, 3 windows. The first year has plenty.
TEST(Explain, YearsThatOverflowTogetherAreOneSum) {
    const auto problem = Problem::make(three_years({5, 1, 1}, 2, 3));
    const auto groups = one_each(*problem);
    const ConflictSet set = find_conflict(*problem, groups, {});
    EXPECT_TRUE(set.minimal);
    EXPECT_EQ(set.members.size(), 8U);
    EXPECT_EQ(find_conflict(*problem, groups, {.shrink = false}).conflicts, 0);  // a sum: nothing to try out
    EXPECT_EQ(fewest_members(*problem, groups), 8U);
}

// All years together have 3 and four activities cost 4: their windows have nothing to do with it.
TEST(Explain, AllYearsTogetherNeedNoWindow) {
    const auto problem = Problem::make(three_years({1, 1, 1}, 3, 1));
    const auto groups = one_each(*problem);
    const ConflictSet set = find_conflict(*problem, groups, {});
    EXPECT_EQ(set.members.size(), 7U);
    EXPECT_EQ(fewest_members(*problem, groups), 7U);
}

// Minimal is not smallest, but near it.
TEST(Explain, ComesNearTheSmallest) {
    std::size_t found = 0, fewest = 0;
    int looked_at = 0;
    for (std::uint64_t seed = 1; seed <= 400 && looked_at < 25; ++seed) {
        const auto bits = static_cast<std::uint32_t>(seed * 2654435761U >> 9) & ((1U << problem::shape_count) - 1);
        const Problem problem = hurried(problem::generate_instance({.activities = 3,
                                                                    .pools = 1,
                                                                    .longest_duration = 2,
                                                                    .shapes = problem::Shapes::from_bits(bits),
                                                                    .seed = seed}));
        const auto groups = one_each(problem);
        const ConflictSet set = find_conflict(problem, groups, {});
        if (set.status != ConflictStatus::conflict) continue;
        const auto smallest = groups.size() <= 9 ? fewest_members(problem, groups) : std::nullopt;
        if (!smallest) continue;
        ++looked_at;
        found += set.members.size();
        fewest += *smallest;
        EXPECT_GE(set.members.size(), *smallest) << "seed " << seed;
    }
    EXPECT_GE(looked_at, 10);
    EXPECT_LE(found * 10, fewest * 12) << found << " members where " << fewest << " would do";
}

/// Two activities of 3 days and 2 units on a pool of 3, both to be over by day 5; a third that does not matter.
problem::ProblemData two_in_a_hurry() {
    problem::ProblemData data;
    data.horizon = 30;
    data.pools = {{{{0, 3}}}};
    for (int i = 0; i < 3; ++i) {
        problem::Activity activity;
        activity.modes = {{3, {{0, i < 2 ? 2 : 1}}, {}, {}, 0}};
        activity.latest_end = i < 2 ? 5 : 20;
        data.activities.push_back(activity);
    }
    return data;
}

TEST(Explain, SaysWhichDeadlinesMeetWhichCapacity) {
    const auto problem = Problem::make(two_in_a_hurry());
    ASSERT_TRUE(problem);
    const std::vector<std::vector<Statement>> groups{{{StatementKind::pool, 0}},
                                                     {{StatementKind::window_end, 0}},
                                                     {{StatementKind::window_end, 1}},
                                                     {{StatementKind::window_end, 2}},
                                                     {{StatementKind::mandatory, 2}}};
    const ConflictSet set = find_conflict(*problem, groups, {});
    EXPECT_EQ(set.status, ConflictStatus::conflict);
    EXPECT_EQ(set.members, (std::vector<std::int32_t>{0, 1, 2}));
    EXPECT_TRUE(set.minimal);
}

TEST(Explain, AGroupHoldsOrFallsAsAWhole) {
    const auto problem = Problem::make(two_in_a_hurry());
    const std::vector<std::vector<Statement>> groups{
        {{StatementKind::window_end, 0}, {StatementKind::window_end, 1}, {StatementKind::window_end, 2}}};
    const ConflictSet set = find_conflict(*problem, groups, {});
    EXPECT_EQ(set.members, (std::vector<std::int32_t>{0}));
}

TEST(Explain, FactsAloneThatCannotHoldNameNobody) {
    const auto problem = Problem::make(two_in_a_hurry());
    const ConflictSet set = find_conflict(*problem, {}, {});
    EXPECT_EQ(set.status, ConflictStatus::conflict);
    EXPECT_TRUE(set.members.empty());
}

TEST(Explain, IsHonestAboutLimits) {
    const Problem problem = problem::generate_instance({.activities = 30, .tightness = 0.9, .shapes = {}, .seed = 3});
    auto data = problem.data();
    data.horizon = 1'000;
    for (auto& activity : data.activities) activity.latest_end = 12;
    const auto hurried = Problem::make(data);
    ASSERT_TRUE(hurried);
    const ConflictSet set = find_conflict(*hurried, one_each(*hurried), {.conflicts = 1});
    EXPECT_TRUE(set.status != ConflictStatus::conflict || !set.minimal || set.members.size() < 40);
}

}  // namespace
}  // namespace masar::engine
