#include "base/random_stream.h"

#include <gtest/gtest.h>

#include <vector>

namespace masar::base {
namespace {

// Random123's published known answers (kat_vectors, "philox4x32 10").
TEST(Philox, GivesThePublishedBlocks) {
    EXPECT_EQ(philox4x32_10({0, 0, 0, 0}, {0, 0}), (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox4x32_10({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}),
              (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

std::vector<std::uint32_t> first_words(RandomStream stream, int count) {
    std::vector<std::uint32_t> words;
    for (int i = 0; i < count; ++i) words.push_back(stream.next());
    return words;
}

TEST(RandomStream, IsTheBlocksOfItsSeedAndNumber) {
    // Seed in the key, stream in the upper half of the counter, block number in the lower half.
    const std::uint64_t seed = 0x0123456789abcdef, stream = 0xfedcba9876543210;
    const PhiloxBlock zero = philox4x32_10({0, 0, 0x76543210, 0xfedcba98}, {0x89abcdef, 0x01234567});
    const PhiloxBlock one = philox4x32_10({1, 0, 0x76543210, 0xfedcba98}, {0x89abcdef, 0x01234567});
    EXPECT_EQ(first_words({seed, stream}, 8),
              (std::vector<std::uint32_t>{zero[0], zero[1], zero[2], zero[3], one[0], one[1], one[2], one[3]}));
}

TEST(RandomStream, DiffersBySeedAndByStreamOnly) {
    EXPECT_EQ(first_words({7, 3}, 100), first_words({7, 3}, 100));
    EXPECT_NE(first_words({7, 3}, 4), first_words({7, 4}, 4));
    EXPECT_NE(first_words({7, 3}, 4), first_words({8, 3}, 4));
}

// 60,000 throws: chi-square with 5 degrees of freedom stays under 20.5 (p = 0.001). The seed is fixed, so is the verdict.
TEST(RandomStream, ThrowsAFairDie) {
    RandomStream stream(2026, 1);
    std::array<double, 6> seen{};
    for (int i = 0; i < 60'000; ++i) ++seen.at(stream.below(6));
    double chi_square = 0;
    for (const double count : seen) chi_square += (count - 10'000) * (count - 10'000) / 10'000;
    EXPECT_LT(chi_square, 20.5);
}

TEST(RandomStream, BelowStaysBelow) {
    RandomStream stream(1, 1);
    for (const std::uint32_t bound : {1U, 2U, 3U, 1000U, 0x80000001U, 0xFFFFFFFFU})
        for (int i = 0; i < 1000; ++i) ASSERT_LT(stream.below(bound), bound);
}

TEST(RandomStream, LargeBoundsAreFairToo) {
    // A bound of 3/4 of 2^32: plain multiplication would favour every third number; thirds must be equal.
    RandomStream stream(5, 0);
    std::array<int, 3> thirds{};
    for (int i = 0; i < 30'000; ++i) ++thirds.at(stream.below(0xC0000000U) / 0x40000000U);
    for (const int count : thirds) EXPECT_NEAR(count, 10'000, 300);  // 3.7 standard deviations
}

TEST(RandomStream, UnitFillsItsIntervalEvenly) {
    RandomStream stream(9, 9);
    double sum = 0, squares = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double u = stream.unit();
        ASSERT_GE(u, 0.0);
        ASSERT_LT(u, 1.0);
        sum += u;
        squares += u * u;
    }
    EXPECT_NEAR(sum / 100'000, 0.5, 0.004);  // 1/√12/√n = 0.0009
    EXPECT_NEAR(squares / 100'000, 1.0 / 3, 0.004);
}

}  // namespace
}  // namespace masar::base
