#include "base/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::base {
namespace {

constexpr Currency usd = Currency::of("USD"), aed = Currency::of("AED");
const Decimal aed_per_usd = *parse_decimal("3.6725");

// FX-1 of the golden vectors.
TEST(Money, ConvertsAtTheFixedRate) {
    const Money million_usd{100'000'000, usd}, million_aed{100'000'000, aed};
    EXPECT_EQ(plain(convert(million_usd, aed_per_usd, aed)), "3672500.00");
    EXPECT_EQ(plain(convert_back(million_aed, aed_per_usd, usd)), "272294.08");
    EXPECT_EQ(convert(million_usd, aed_per_usd, aed).currency, aed);
}

TEST(Money, RoundsHalfCentsToEven) {
    const Decimal half = *parse_decimal("0.5");
    EXPECT_EQ(convert({1, usd}, half, aed).minor, 0);
    EXPECT_EQ(convert({3, usd}, half, aed).minor, 2);
    EXPECT_EQ(convert({-3, usd}, half, aed).minor, -2);
}

TEST(Money, WritesTwoPlaces) {
    EXPECT_EQ(plain({123'450, usd}), "1234.50");
    EXPECT_EQ(plain({5, usd}), "0.05");
    EXPECT_EQ(plain({-5, usd}), "-0.05");
    EXPECT_EQ(plain({}), "0.00");
    EXPECT_EQ(plain({INT64_MIN, usd}), "-92233720368547758.08");
}

TEST(Currency, IsThreeLettersOrNone) {
    EXPECT_EQ(usd.code(), "USD");
    EXPECT_TRUE(usd.known());
    EXPECT_FALSE(Currency{}.known());
    EXPECT_FALSE(Currency::of("US").known());
    EXPECT_FALSE(Currency::of("USDT").known());
    EXPECT_EQ(Currency{}.code(), "");
}

RC_GTEST_PROP(MoneyProperty, ThroughTheFinerUnitNothingIsLost, ()) {
    const std::int64_t cents = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
    const Money dirhams = convert({cents, usd}, aed_per_usd, aed);
    const std::int64_t back = convert_back(dirhams, aed_per_usd, usd).minor;
    RC_ASSERT(back == cents);  // the dirham is the finer unit: going through it loses nothing
}

}  // namespace
}  // namespace masar::base
