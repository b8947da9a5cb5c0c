#include "engine/core/packed_profile.h"

#include "base/random_stream.h"

#include <gtest/gtest.h>

#include <vector>

namespace masar::engine {
namespace {

/// The same question asked pool by pool and day by day.
struct NaiveProfile {
    std::vector<std::vector<std::int32_t>> free;  ///< [pool][day]
    std::vector<Day> days;

    [[nodiscard]] bool fits(const std::vector<std::int32_t>& units, Stretch stretch) const {
        for (std::size_t pool = 0; pool < units.size(); ++pool) {
            for (int i = stretch.from; i < stretch.from + stretch.duration; ++i) {
                if (free[pool][days[i]] < units[pool]) return false;
            }
        }
        return true;
    }
};

struct Shape {
    std::int32_t largest;
    bool every_day;
};

class PackedAgainstNaive : public testing::TestWithParam<Shape> {};

TEST_P(PackedAgainstNaive, FindsTheSameStarts) {
    base::RandomStream random(7, static_cast<std::uint64_t>(GetParam().largest));
    constexpr Day horizon = 60;
    for (int round = 0; round < 200; ++round) {
        const std::int32_t pools = GetParam().largest > 0x7FFF ? 2 : 4;
        const LaneLayout layout(pools, GetParam().largest);
        PackedProfile profile(layout, horizon);
        NaiveProfile naive{std::vector(pools, std::vector<std::int32_t>(horizon)), {}};
        for (Day day = 0; day < horizon; ++day) {
            if (GetParam().every_day || random.below(7) < 5) naive.days.push_back(day);
            for (std::int32_t pool = 0; pool < pools; ++pool) {
                naive.free[pool][day] = static_cast<std::int32_t>(random.below(GetParam().largest) + 1);
                profile.set(pool, day, naive.free[pool][day]);
            }
        }
        const ListedDays days{naive.days.data()};
        const auto count = static_cast<std::int32_t>(naive.days.size());
        std::vector<std::int32_t> units(pools);
        Need need;
        for (std::int32_t pool = 0; pool < pools; ++pool) {
            units[pool] = static_cast<std::int32_t>(random.below(GetParam().largest / 2));
            need.units |= layout.packed(pool, units[pool]);
        }
        const auto duration = static_cast<std::int32_t>(random.below(6));
        std::int32_t first = PackedProfile::none, last = PackedProfile::none;
        for (std::int32_t i = 3; i + duration <= count; ++i) {
            if (!naive.fits(units, {i, duration})) continue;
            if (first == PackedProfile::none) first = i;
            last = i;
        }
        EXPECT_EQ(profile.first_fit(need, days, {3, duration}, count - duration), first);
        EXPECT_EQ(profile.last_fit(need, days, {count - duration, duration}, 3), last);
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, PackedAgainstNaive,
                         testing::Values(Shape{9, true}, Shape{9, false}, Shape{0x7FFF, true}, Shape{0x7FFF, false},
                                         Shape{1'000'000, true}, Shape{1'000'000, false}));

TEST(PackedProfile, UsesNarrowLanesOnlyWhenEveryValueFits) {
    EXPECT_EQ(LaneLayout(13, 0x7FFF).words(), 4);
    EXPECT_EQ(LaneLayout(13, 0x8000).words(), 7);
}

TEST(PackedProfile, TakesGivesAndRestores) {
    const LaneLayout layout(2, 5);
    PackedProfile base(layout, 10);
    for (Day day = 0; day < 10; ++day) {
        base.set(0, day, 3);
        base.set(1, day, 5);
    }
    PackedProfile profile = base;
    const Need need{0, layout.packed(0, 2) | layout.packed(1, 1)};
    profile.take(need, EveryDay{}, {4, 3});
    EXPECT_EQ(profile.free(0, 3), 3);
    EXPECT_EQ(profile.free(0, 4), 1);
    EXPECT_EQ(profile.free(1, 6), 4);
    EXPECT_FALSE(profile.fits(need, 5));
    profile.give(need, EveryDay{}, {4, 3});
    EXPECT_EQ(profile.free(0, 4), 3);
    profile.take(need, EveryDay{}, {0, 10});
    profile.restore(base);
    for (Day day = 0; day < 10; ++day) EXPECT_EQ(profile.free(0, day), 3);
}

TEST(PackedProfile, TakesNoMoreThanIsThere) {
    const LaneLayout layout(2, 5);
    PackedProfile profile(layout, 1);
    profile.set(0, 0, 1);
    profile.set(1, 0, 4);
    profile.take_available({0, layout.packed(0, 2) | layout.packed(1, 3)}, 0);
    EXPECT_EQ(profile.free(0, 0), 0);
    EXPECT_EQ(profile.free(1, 0), 1);
}

TEST(PackedProfile, AMilestoneFitsAnywhere) {
    const LaneLayout layout(1, 5);
    const PackedProfile profile(layout, 4);
    EXPECT_EQ(profile.first_fit({0, layout.packed(0, 5)}, EveryDay{}, {2, 0}, 4), 2);
    EXPECT_EQ(profile.last_fit({0, layout.packed(0, 5)}, EveryDay{}, {2, 0}, 0), 2);
}

}  // namespace
}  // namespace masar::engine
