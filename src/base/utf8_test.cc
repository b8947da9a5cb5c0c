#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::base {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, AcceptsTheEdgesOfEveryLength) {
    for (const auto valid :
         {""sv, "\0"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv,
          "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv, "خارطة طريق"sv})
        EXPECT_EQ(first_invalid_utf8(valid), std::nullopt);
}

TEST(Utf8, FindsTheFirstWrongByte) {
    EXPECT_EQ(first_invalid_utf8("\x25\xFA\x4A\x86\xA0\x20"sv), 1U);  // a lead byte that exists in no version
    EXPECT_EQ(first_invalid_utf8("ab\x80"sv), 2U);                    // continuation without lead
    EXPECT_EQ(first_invalid_utf8("ab\xC3"sv), 2U);                    // cut off
    EXPECT_EQ(first_invalid_utf8("\xE2\x82"sv), 0U);                  // cut off
    EXPECT_EQ(first_invalid_utf8("\xE2\x82z"sv), 0U);
    EXPECT_EQ(first_invalid_utf8("خ\xFF"sv), 2U);
}

TEST(Utf8, RefusesOverlongSurrogateAndTooHigh) {
    for (const auto wrong : {"\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x80\xAF"sv, "\xE0\x9F\xBF"sv, "\xF0\x80\x80\x80"sv,
                             "\xF0\x8F\xBF\xBF"sv, "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xF4\x90\x80\x80"sv,
                             "\xF5\x80\x80\x80"sv, "\xF8\x88\x80\x80\x80"sv, "\xFE"sv})
        EXPECT_EQ(first_invalid_utf8(wrong), 0U);
}

TEST(Utf8, CountsCodePoints) {
    EXPECT_EQ(code_point_count(""), 0U);
    EXPECT_EQ(code_point_count("masar"), 5U);
    EXPECT_EQ(code_point_count("مسار"), 4U);
    EXPECT_EQ(code_point_count("a\xFF\xFE"), 3U);
    EXPECT_EQ(to_code_points("م\xFFz"), U"\u0645\uFFFDz");
}

TEST(Utf8, FindsMarksThatTurnTheOrder) {
    for (const char32_t mark :
         {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
        std::string id = "plan";
        append_utf8(id, mark);
        EXPECT_EQ(first_bidi_control(id + "ners"), 4U) << static_cast<unsigned>(mark);
    }
    for (const char32_t other : {0x061B, 0x200D, 0x2010, 0x2029, 0x202F, 0x2065, 0x206A})
        EXPECT_FALSE(is_bidi_control(other));
    EXPECT_EQ(first_bidi_control("خارطة طريق, plan"), std::nullopt);
    EXPECT_EQ(first_bidi_control("\xFF\xFE\u200F"), 2U);
}

RC_GTEST_PROP(Utf8Property, WhatIsWrittenReadsBack, (const std::vector<std::uint32_t>& numbers)) {
    std::u32string points;
    for (const std::uint32_t number : numbers) {
        const char32_t c = number % 0x110000;
        if (c < 0xD800 || c > 0xDFFF) points += c;
    }
    std::string text;
    for (const char32_t c : points) append_utf8(text, c);
    RC_ASSERT(first_invalid_utf8(text) == std::nullopt);
    RC_ASSERT(code_point_count(text) == points.size());
    RC_ASSERT(to_code_points(text) == points);
}

RC_GTEST_PROP(Utf8Property, AnyBytesAreReadToTheirEnd, (const std::string& bytes)) {
    RC_ASSERT(code_point_count(bytes) <= bytes.size());
    RC_ASSERT(to_code_points(bytes).size() == code_point_count(bytes));
    const auto wrong = first_invalid_utf8(bytes);
    if (wrong) RC_ASSERT(first_invalid_utf8(std::string_view(bytes).substr(0, *wrong)) == std::nullopt);
}

}  // namespace
}  // namespace masar::base
