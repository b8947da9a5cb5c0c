#include "base/arabic.h"

#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::base {
namespace {

TEST(Arabic, FoldsTheFormsOfALetter) {
    EXPECT_EQ(normalised_for_search("أإآٱ"), "اااا");
    EXPECT_EQ(normalised_for_search("مستشفى"), "مستشفي");
    EXPECT_EQ(normalised_for_search("خارطة"), "خارطه");
    EXPECT_EQ(normalised_for_search("مسؤول"), "مسوول");
    EXPECT_EQ(normalised_for_search("هيئة"), "هييه");
    EXPECT_EQ(normalised_for_search("شيء"), "شي");
    EXPECT_EQ(normalised_for_search("کی"), "كي");
}

TEST(Arabic, DropsTatweelAndVowelMarks) {
    EXPECT_EQ(normalised_for_search("مُخَطِّـــط"), "مخطط");
    EXPECT_EQ(normalised_for_search("الرحمٰن"), "الرحمن");
}

TEST(Arabic, ReadsDigitsOfBothKinds) {
    EXPECT_EQ(normalised_for_search("المرحلة ٣"), "المرحله 3");
    EXPECT_EQ(normalised_for_search("۱۲۳"), "123");
}

TEST(Arabic, FoldsLatinCaseAndPresentationForms) {
    EXPECT_EQ(normalised_for_search("IND-RDY-01"), "ind-rdy-01");
    EXPECT_EQ(normalised_for_search("ÉTÉ Straße"), "été strasse");
    EXPECT_EQ(normalised_for_search("ﻻ"), "لا");  // one glyph, two letters
    EXPECT_EQ(normalised_for_search("ＡＢ"), "ab");
}

TEST(Arabic, KeepsOneSpaceBetweenWords) {
    EXPECT_EQ(normalised_for_search("  وزارة \t الدفاع\u00A0 "), "وزاره الدفاع");
    EXPECT_EQ(normalised_for_search("   "), "");
    EXPECT_EQ(normalised_for_search("Joint \u200Fplan"), "joint plan");
}

RC_GTEST_PROP(ArabicProperty, KeyOfAKeyIsTheKey, ()) {
    std::string text;
    for (const unsigned c : *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0x600U, 0x700U)))
        append_utf8(text, c % 5 == 0 ? c - 0x600 + 0x20 : c);  // some Latin in between
    const std::string key = normalised_for_search(text);
    RC_ASSERT(first_invalid_utf8(key) == std::nullopt);
    RC_ASSERT(normalised_for_search(key) == key);
}

RC_GTEST_PROP(ArabicProperty, AnyBytesGiveValidText, (const std::string& bytes)) {
    RC_ASSERT(first_invalid_utf8(normalised_for_search(bytes)) == std::nullopt);
}

}  // namespace
}  // namespace masar::base
