#include "server/http/rate_limit.h"

#include <gtest/gtest.h>

namespace masar::server {
namespace {

TEST(RateLimit, LetsABurstThroughAndThenSoManyASecond) {
    RateLimit limit({.per_second = 2, .burst = 3});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("a", 100), 0);
    EXPECT_DOUBLE_EQ(limit.take("a", 100), 0.5);
    EXPECT_DOUBLE_EQ(limit.take("a", 100.25), 0.25);
    EXPECT_EQ(limit.take("a", 100.5), 0);
    EXPECT_GT(limit.take("a", 100.5), 0);
    EXPECT_EQ(limit.take("b", 100.5), 0);  // others are not concerned
    for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("a", 1000), 0);
    EXPECT_GT(limit.take("a", 1000), 0);  // a long pause fills the bucket, no more
}

TEST(RateLimit, HoldsNothingAgainstAnybodyWhenTheClockIsSetBack) {
    RateLimit limit({.per_second = 1, .burst = 2});
    EXPECT_EQ(limit.take("a", 5000), 0);
    EXPECT_EQ(limit.take("a", 1000), 0);
    EXPECT_DOUBLE_EQ(limit.take("a", 1000), 1);
    EXPECT_EQ(limit.take("a", 1001), 0);
}

TEST(RateLimit, ForgetsThoseItHasNothingAgainst) {
    RateLimit limit({.per_second = 1, .burst = 2});
    for (int i = 0; i < 5000; ++i) (void)limit.take("old " + std::to_string(i), 0);
    (void)limit.take("greedy", 1000);
    (void)limit.take("greedy", 1000);
    for (int i = 0; i < 10'000; ++i) (void)limit.take("new " + std::to_string(i), 1000);
    EXPECT_GT(limit.take("greedy", 1000), 0);
    EXPECT_LT(limit.keys(), 12'000U);
}

TEST(RateLimit, HoldsABoundedNumberOfKeys) {
    RateLimit limit({.per_second = 0.001, .burst = 2});
    for (std::size_t i = 0; i < RateLimit::most_keys + 5000; ++i) (void)limit.take(std::to_string(i), 0);
    EXPECT_LE(limit.keys(), RateLimit::most_keys);
}

}  // namespace
}  // namespace masar::server
