#include "base/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::base {
namespace {

TEST(Decimal, ReadsExactly) {
    EXPECT_EQ(parse_decimal("3.6725"), (Decimal{3'672'500'000}));
    EXPECT_EQ(parse_decimal("-12"), Decimal::of(-12));
    EXPECT_EQ(parse_decimal("+0.2"), (Decimal{200'000'000}));
    EXPECT_EQ(parse_decimal("0.000000001"), (Decimal{1}));
    EXPECT_EQ(parse_decimal("9223372036.854775807"), (Decimal{INT64_MAX}));
}

TEST(Decimal, RefusesWhatIsNone) {
    for (const char* wrong : {"", "-", "+", ".", ".5", "5.", "1.2.3", "1e3", " 1", "1 ", "--1", "0x1", "1,000", "nan",
                              "inf", "٣", "0.0000000001", "9223372036.854775808", "99999999999999999999"})
        EXPECT_EQ(parse_decimal(wrong), std::nullopt) << wrong;
}

TEST(Decimal, WritesTheShortestForm) {
    EXPECT_EQ(to_string(Decimal{3'672'500'000}), "3.6725");
    EXPECT_EQ(to_string(Decimal::of(-12)), "-12");
    EXPECT_EQ(to_string(Decimal{-1}), "-0.000000001");
    EXPECT_EQ(to_string(Decimal{}), "0");
    EXPECT_EQ(to_string(Decimal{INT64_MIN}), "-9223372036.854775808");
}

TEST(Decimal, AddsAndComparesWithoutDrift) {
    const Decimal tenth = *parse_decimal("0.1");
    Decimal sum;
    for (int i = 0; i < 10; ++i) sum = sum + tenth;
    EXPECT_EQ(sum, Decimal::of(1));
    EXPECT_LT(*parse_decimal("0.7484"), *parse_decimal("0.75"));
    EXPECT_EQ(-tenth - tenth, *parse_decimal("-0.2"));
}

RC_GTEST_PROP(DecimalProperty, WhatIsWrittenReadsBack, (std::int64_t billionths)) {
    RC_PRE(billionths != INT64_MIN);
    RC_ASSERT(parse_decimal(to_string(Decimal{billionths})) == Decimal{billionths});
}

TEST(ScaleHalfEven, RoundsHalvesToTheEvenNeighbour) {
    EXPECT_EQ(scale_half_even(1, 1, 2), 0);  // 0.5
    EXPECT_EQ(scale_half_even(3, 1, 2), 2);  // 1.5
    EXPECT_EQ(scale_half_even(5, 1, 2), 2);  // 2.5
    EXPECT_EQ(scale_half_even(7, 1, 2), 4);  // 3.5
    EXPECT_EQ(scale_half_even(25, 1, 10), 2);
    EXPECT_EQ(scale_half_even(26, 1, 10), 3);
    EXPECT_EQ(scale_half_even(24, 1, 10), 2);
}

TEST(ScaleHalfEven, TreatsBothSignsAlike) {
    EXPECT_EQ(scale_half_even(-1, 1, 2), 0);
    EXPECT_EQ(scale_half_even(-3, 1, 2), -2);
    EXPECT_EQ(scale_half_even(-5, 1, 2), -2);
    EXPECT_EQ(scale_half_even(5, -1, 2), -2);
    EXPECT_EQ(scale_half_even(5, 1, -2), -2);
    EXPECT_EQ(scale_half_even(-5, 1, -2), 2);
    EXPECT_EQ(scale_half_even(-26, 1, 10), -3);
}

TEST(ScaleHalfEven, GoesThrough128Bits) {
    EXPECT_EQ(scale_half_even(INT64_MAX, INT64_MAX, INT64_MAX), INT64_MAX);
    EXPECT_EQ(scale_half_even(INT64_MIN, 7, 7), INT64_MIN);
    EXPECT_EQ(scale_half_even(9'000'000'000'000'000'000, 1'000'000'000, 2'000'000'000), 4'500'000'000'000'000'000);
}

RC_GTEST_PROP(ScaleHalfEvenProperty, IsTheNearestAndEvenWhenTied, (std::int32_t value, std::int32_t numerator)) {
    const std::int64_t denominator = *rc::gen::inRange(1, 1000);
    const std::int64_t product = std::int64_t{value} * numerator;
    const std::int64_t result = scale_half_even(value, numerator, denominator);
    const std::int64_t off = 2 * (result * denominator - product);
    RC_ASSERT(-denominator <= off);
    RC_ASSERT(off <= denominator);
    if (off == denominator || off == -denominator) RC_ASSERT(result % 2 == 0);
}

}  // namespace
}  // namespace masar::base
