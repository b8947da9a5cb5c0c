#include "app/workspace/sign_in_limits.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

base::Moment at(std::int64_t seconds) { return base::Moment(std::chrono::seconds(1'800'000'000 + seconds)); }

/// Seconds to wait at each of `count` attempts made at the same moment.
std::int64_t after_failures(SignInLimits& limits, int count) {
    for (int attempt = 0; attempt < count; ++attempt) EXPECT_EQ(limits.attempt("maryam", "1", at(0)), 0) << attempt;
    return limits.attempt("maryam", "1", at(0));
}

TEST(SignInLimits, LetsFiveFailuresPassAndThenWaits) {
    SignInLimits limits;
    EXPECT_EQ(after_failures(limits, 5), 1);
    EXPECT_EQ(limits.attempt("maryam", "another address", at(0)), 1);
    EXPECT_EQ(limits.attempt("somebody else", "1", at(0)), 0);
}

TEST(SignInLimits, DoublesTheWaitUpToAQuarterOfAnHour) {
    SignInLimits limits;
    std::int64_t now = 0, wait = after_failures(limits, 5);
    for (const std::int64_t expected : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
        EXPECT_EQ(wait, expected);
        EXPECT_EQ(limits.attempt("maryam", "1", at(now + wait - 1)), 1);
        now += wait;
        ASSERT_EQ(limits.attempt("maryam", "1", at(now)), 0);
        wait = limits.attempt("maryam", "1", at(now));
    }
}

TEST(SignInLimits, ForgetsALoginThatSucceededAndWhatIsAnHourOld) {
    SignInLimits limits;
    EXPECT_EQ(after_failures(limits, 5), 1);
    limits.succeeded("maryam", "1");
    EXPECT_EQ(after_failures(limits, 5), 1);
    EXPECT_EQ(limits.attempt("maryam", "1", at(3601)), 0);
    EXPECT_EQ(limits.attempt("maryam", "1", at(3601)), 0);
}

TEST(SignInLimits, StopsOneAddressThatTriesManyLoginsEvenIfOneIsItsOwn) {
    SignInLimits limits;
    for (int attempt = 0; attempt < 50; ++attempt) {
        EXPECT_EQ(limits.attempt("mine", "1", at(0)), 0);
        limits.succeeded("mine", "1");
        EXPECT_EQ(limits.attempt("login " + std::to_string(attempt), "1", at(0)), 0);
    }
    EXPECT_GT(limits.attempt("one more", "1", at(0)), 0);
    EXPECT_EQ(limits.attempt("one more", "2", at(0)), 0);
}

TEST(SignInLimits, RemembersABoundedNumber) {
    SignInLimits limits;
    EXPECT_EQ(after_failures(limits, 5), 1);
    for (std::size_t other = 0; other < SignInLimits::most_remembered; ++other)
        EXPECT_EQ(limits.attempt(std::to_string(other), "a" + std::to_string(other), at(1)), 0);
    EXPECT_EQ(limits.attempt("maryam", "b", at(1)), 0);  // the oldest made room
}

}  // namespace
}  // namespace masar::app
