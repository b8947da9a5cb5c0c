#include "base/plural.h"

#include <gtest/gtest.h>
#include <unicode/plurrule.h>

#include <memory>

namespace masar::base {
namespace {

// CLDR's rules for Arabic, from ICU, which only this test uses for it.
TEST(Plural, AgreesWithIcu) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu::Locale("ar"), status));
    ASSERT_TRUE(U_SUCCESS(status));
    constexpr std::array<const char*, 6> names{"zero", "one", "two", "few", "many", "other"};
    for (int number = 0; number <= 2105; ++number) {
        std::string expected;
        rules->select(number).toUTF8String(expected);
        const auto form = static_cast<std::size_t>(arabic_plural(static_cast<std::uint64_t>(number)));
        ASSERT_EQ(names.at(form), expected) << number;
    }
}

TEST(Plural, DaysInBothLanguages) {
    const auto days = [](std::int64_t number) { return counted(noun::day, number); };
    EXPECT_EQ(days(0), (Text{"0 days", "0 يوم"}));
    EXPECT_EQ(days(1), (Text{"1 day", "يوم واحد"}));
    EXPECT_EQ(days(2), (Text{"2 days", "يومان"}));
    EXPECT_EQ(days(3), (Text{"3 days", "3 أيام"}));
    EXPECT_EQ(days(10), (Text{"10 days", "10 أيام"}));
    EXPECT_EQ(days(11), (Text{"11 days", "11 يوماً"}));
    EXPECT_EQ(days(99), (Text{"99 days", "99 يوماً"}));
    EXPECT_EQ(days(100), (Text{"100 days", "100 يوم"}));
    EXPECT_EQ(days(102), (Text{"102 days", "102 يوم"}));
    EXPECT_EQ(days(103), (Text{"103 days", "103 أيام"}));
    EXPECT_EQ(days(1'111), (Text{"1,111 days", "1,111 يوماً"}));
}

TEST(Plural, OtherNouns) {
    EXPECT_EQ(counted(noun::working_day, 2), (Text{"2 working days", "يوما عمل"}));
    EXPECT_EQ(counted(noun::working_day, 25), (Text{"25 working days", "25 يوم عمل"}));
    EXPECT_EQ(counted(noun::activity, 117), (Text{"117 activities", "117 نشاطاً"}));
    EXPECT_EQ(counted(noun::error, 1), (Text{"1 error", "خطأ واحد"}));
    EXPECT_EQ(counted(noun::error, 5), (Text{"5 errors", "5 أخطاء"}));
    EXPECT_EQ(counted(noun::warning, 12), (Text{"12 warnings", "12 تنبيهاً"}));
    EXPECT_EQ(counted(noun::person, 20), (Text{"20 people", "20 شخصاً"}));
}

TEST(Plural, TheDualChangesAfterAPreposition) {
    EXPECT_EQ(counted(noun::day, 2, Case::after).ar, "يومين");
    EXPECT_EQ(counted(noun::error, 2, Case::after).ar, "خطأين");
    EXPECT_EQ(counted(noun::day, 3, Case::after).ar, "3 أيام");
}

TEST(Plural, NegativeNumbersKeepTheirFigure) {
    EXPECT_EQ(counted(noun::day, -1), (Text{"-1 day", "\u200E-1\u200E يوم"}));
    EXPECT_EQ(counted(noun::day, -2), (Text{"-2 days", "\u200E-2\u200E يوم"}));
}

}  // namespace
}  // namespace masar::base
