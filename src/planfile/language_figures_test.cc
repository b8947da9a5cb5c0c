#include "planfile/language_figures.h"

#include <gtest/gtest.h>

namespace masar::planfile {
namespace {

std::string difference(std::string_view en, std::string_view ar) {
    const auto found = differing_figure(en, ar);
    return !found ? "none" : found->only_in_en.empty() ? "ar " + found->only_in_ar : "en " + found->only_in_en;
}

TEST(LanguageFigures, ComparesDigitsOfBothScripts) {
    EXPECT_EQ(difference("15 teams by 1 October 2026", "١٥ فريقاً حتى ١ أكتوبر ٢٠٢٦"), "none");
    EXPECT_EQ(difference("15 teams", "16 فريقاً"), "en 15");
    EXPECT_EQ(difference("teams", "16 فريقاً"), "ar 16");
    EXPECT_EQ(difference("0.50 of 1,500", "٠٫٥ من ١٬٥٠٠"), "none");
    EXPECT_EQ(difference("1.5", "15"), "en 1.5");
    EXPECT_EQ(difference("2 and 2", "2"), "en 2");
}

TEST(LanguageFigures, OrderAndSpelledOutNumbersDoNotMatter) {
    EXPECT_EQ(difference("10 USC 341(b)(1)", "المادة 341(ب)(1) من الباب 10"), "none");
    EXPECT_EQ(difference("two teams", "فريقان"), "none");
    EXPECT_EQ(difference("Phase 2", "المرحلة الثانية"), "none");
    EXPECT_EQ(difference("Phase 2", "المرحلة الثالثة"), "en 2");
    EXPECT_EQ(difference("2027-03-01", "01/03/2027"), "none");
}

TEST(LanguageFigures, DigitsGluedToLatinLettersMayBeLeftOut) {
    EXPECT_EQ(difference("Q3 of FY2027", "الربع الثالث من السنة المالية 2027"), "none");
    EXPECT_EQ(difference("FY2027", "السنة المالية 2028"), "en 2027");
    EXPECT_EQ(difference("5G", "الجيل الخامس"), "none");
    EXPECT_EQ(difference("after GOV-008", "بعد GOV-009"), "en 008");
    EXPECT_EQ(difference("2nd course", "الدورة 2"), "none");
}

}  // namespace
}  // namespace masar::planfile
