#include "base/number_format.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::base {
namespace {

constexpr Currency usd = Currency::of("USD"), aed = Currency::of("AED");

Decimal decimal(std::string_view text) { return *parse_decimal(text); }

TEST(NumberFormat, GroupsThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1'000), "1,000");
    EXPECT_EQ(grouped(-1'234'567), "-1,234,567");
    EXPECT_EQ(grouped(INT64_MIN), "-9,223,372,036,854,775,808");
    EXPECT_EQ(grouped(Money{123'450, usd}), "1,234.50");
    EXPECT_EQ(grouped(Money{-5, usd}), "-0.05");
}

TEST(NumberFormat, RoundsHalfToEven) {
    EXPECT_EQ(rounded(decimal("0.7484"), 4), "0.7484");
    EXPECT_EQ(rounded(decimal("0.7484"), 2), "0.75");
    EXPECT_EQ(rounded(decimal("0.125"), 2), "0.12");
    EXPECT_EQ(rounded(decimal("0.375"), 2), "0.38");
    EXPECT_EQ(rounded(decimal("-0.001"), 2), "0");
    EXPECT_EQ(rounded(decimal("12345.67"), 1), "12,345.7");
    EXPECT_EQ(rounded(decimal("2.5"), 0), "2");
    EXPECT_EQ(rounded(decimal("-2.5"), 1), "-2.5");
    EXPECT_EQ(rounded(decimal("0.000000001"), 9), "0.000000001");
}

TEST(NumberFormat, Percent) {
    EXPECT_EQ(percent(decimal("0.5")), "50%");
    EXPECT_EQ(percent(decimal("0.125")), "12.5%");
    EXPECT_EQ(percent(decimal("0.12345"), 2), "12.34%");
    EXPECT_EQ(percent(decimal("1")), "100%");
}

TEST(NumberFormat, ShortNumbers) {
    EXPECT_EQ(short_number(0), "0");
    EXPECT_EQ(short_number(950), "950");
    EXPECT_EQ(short_number(-950), "-950");
    EXPECT_EQ(short_number(1'000), "1k");
    EXPECT_EQ(short_number(12'345), "12.3k");
    EXPECT_EQ(short_number(120'000), "120k");
    EXPECT_EQ(short_number(999'949), "999.9k");
    EXPECT_EQ(short_number(999'950), "1M");  // 9,999.5 tenths: a tie, to the even 10,000
    EXPECT_EQ(short_number(-1'234'567), "-1.2M");
    EXPECT_EQ(short_number(3'500'000'000), "3.5B");
    EXPECT_EQ(short_number(5'000'000'000'000), "5,000B");
    EXPECT_EQ(short_number(INT64_MAX).back(), 'B');
}

TEST(NumberFormat, MoneyInWords) {
    EXPECT_EQ(in_words({12'000'000, usd}), (Text{"USD 120k", "120 ألف دولار"}));
    EXPECT_EQ(in_words({120'000'000, usd}), (Text{"USD 1.2M", "1.2 مليون دولار"}));
    EXPECT_EQ(in_words({26'350'000, aed}), (Text{"AED 263.5k", "263.5 ألف درهم"}));
    EXPECT_EQ(in_words({350'000'000'000, aed}), (Text{"AED 3.5B", "3.5 مليار درهم"}));
}

TEST(NumberFormat, MoneyInArabicFollowsTheNumber) {
    EXPECT_EQ(in_words({100'000, usd}).ar, "ألف دولار");
    EXPECT_EQ(in_words({200'000, usd}).ar, "ألفا دولار");
    EXPECT_EQ(in_words({500'000, usd}).ar, "5 آلاف دولار");
    EXPECT_EQ(in_words({1'500'000, usd}).ar, "15 ألف دولار");
    EXPECT_EQ(in_words({100'000'000, usd}).ar, "مليون دولار");
    EXPECT_EQ(in_words({300'000'000, aed}).ar, "3 ملايين درهم");
    EXPECT_EQ(in_words({500, usd}).ar, "5 دولارات");
    EXPECT_EQ(in_words({1'500, aed}).ar, "15 درهماً");
}

TEST(NumberFormat, SmallAmountsAreExact) {
    EXPECT_EQ(in_words({0, usd}), (Text{"USD 0", "0 دولار"}));
    EXPECT_EQ(in_words({1'250, usd}), (Text{"USD 12.50", "12.50 دولار"}));
    EXPECT_EQ(in_words({99'999, usd}), (Text{"USD 999.99", "999.99 دولار"}));
}

TEST(NumberFormat, OtherCurrenciesKeepTheirCode) {
    EXPECT_EQ(in_words({12'000'000, Currency::of("SGD")}), (Text{"SGD 120k", "120 ألف SGD"}));
    EXPECT_EQ(in_words({12'000'000, {}}), (Text{"120k", "120 ألف"}));
}

TEST(NumberFormat, TheMinusStaysBeforeItsFigureInArabic) {
    EXPECT_EQ(in_words({-12'000'000, usd}), (Text{"USD -120k", "\u200E-120\u200E ألف دولار"}));
    EXPECT_EQ(in_words({-500, usd}), (Text{"USD -5", "\u200E-5\u200E دولار"}));
}

RC_GTEST_PROP(NumberFormatProperty, RoundedToNinePlacesReadsBack, ()) {
    const Decimal value{*rc::gen::inRange<std::int64_t>(-999'999'999'999, 999'999'999'999)};
    std::string text = rounded(value, 9);
    std::erase(text, ',');
    RC_ASSERT(parse_decimal(text) == value);
}

}  // namespace
}  // namespace masar::base
