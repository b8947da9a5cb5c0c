#include "base/terminal_width.h"

#include <gtest/gtest.h>

namespace masar::base {
namespace {

TEST(TerminalWidth, LatinAndArabicLettersTakeOneCell) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("planers"), 7U);
    EXPECT_EQ(display_width("المخططون"), 8U);
    EXPECT_EQ(display_width("é – €"), 5U);
}

TEST(TerminalWidth, MarksTakeNone) {
    EXPECT_EQ(display_width("مُخَطِّطون"), 6U);              // four vowel marks on six letters
    EXPECT_EQ(display_width("e\u0301"), 1U);             // combining acute
    EXPECT_EQ(display_width("\u200Eab\u200F"), 2U);      // order marks
    EXPECT_EQ(display_width("a\u2066b\u2069"), 2U);      // isolates
    EXPECT_EQ(display_width("co\u00ADop"), 5U);          // a soft hyphen is shown
    EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);  // 한 in three jamo
}

TEST(TerminalWidth, EastAsianAndEmojiTakeTwo) {
    EXPECT_EQ(display_width("計画"), 4U);
    EXPECT_EQ(display_width("ＡＢ"), 4U);
    EXPECT_EQ(display_width("한"), 2U);
    EXPECT_EQ(display_width("🚀"), 2U);
}

TEST(TerminalWidth, InvalidBytesTakeOneEach) { EXPECT_EQ(display_width("\xFA\x86"), 2U); }

}  // namespace
}  // namespace masar::base
