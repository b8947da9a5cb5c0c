#include "calendar/date_words.h"

#include <gtest/gtest.h>

namespace masar::calendar {
namespace {

using base::Text;

TEST(DateWords, OfACivilDay) {
    EXPECT_EQ(in_words(date_of(2027, 3, 1)), (Text{"1 March 2027", "1 مارس 2027"}));
    EXPECT_EQ(in_words(date_of(2031, 12, 31)), (Text{"31 December 2031", "31 ديسمبر 2031"}));
    EXPECT_EQ(month_name(1), (Text{"January", "يناير"}));
}

TEST(DateWords, OfAHijriDay) {
    EXPECT_EQ(in_words(HijriDate{1448, 9, 22}), (Text{"22 Ramadan 1448 AH", "22 رمضان 1448 هـ"}));
    EXPECT_EQ(in_words(HijriDate{1446, 12, 10}), (Text{"10 Dhu al-Hijjah 1446 AH", "10 ذو الحجة 1446 هـ"}));
    EXPECT_EQ(in_words(HijriDate{1447, 3, 12}), (Text{"12 Rabi al-Awwal 1447 AH", "12 ربيع الأول 1447 هـ"}));
}

TEST(DateWords, OfOneDayInBothCalendars) {
    EXPECT_EQ(in_both_calendars(date_of(2027, 3, 1)),
              (Text{"1 March 2027 (22 Ramadan 1448 AH)", "1 مارس 2027 (22 رمضان 1448 هـ)"}));
    EXPECT_EQ(in_both_calendars(date_of(1776, 7, 4)), (Text{"4 July 1776", "4 يوليو 1776"}));
}

TEST(DateWords, OfAPeriodSayNothingTwice) {
    EXPECT_EQ(in_words(DatePeriod{date_of(2027, 3, 1), date_of(2027, 3, 5)}),
              (Text{"1–5 March 2027", "من 1 إلى 5 مارس 2027"}));
    EXPECT_EQ(in_words(DatePeriod{date_of(2027, 6, 1), date_of(2027, 11, 30)}),
              (Text{"1 June – 30 November 2027", "من 1 يونيو إلى 30 نوفمبر 2027"}));
    EXPECT_EQ(in_words(DatePeriod{date_of(2030, 12, 26), date_of(2031, 1, 23)}),
              (Text{"26 December 2030 – 23 January 2031", "من 26 ديسمبر 2030 إلى 23 يناير 2031"}));
    // Same month of another year: nothing may be left out.
    EXPECT_EQ(in_words(DatePeriod{date_of(2027, 3, 1), date_of(2028, 3, 5)}).en, "1 March 2027 – 5 March 2028");
    EXPECT_EQ(in_words(DatePeriod{date_of(2027, 3, 1), date_of(2027, 3, 1)}), in_words(date_of(2027, 3, 1)));
}

TEST(DateWords, OfWeekdaysAndStatus) {
    EXPECT_EQ(weekday_name(std::chrono::Friday), (Text{"Friday", "الجمعة"}));
    EXPECT_EQ(weekday_name(std::chrono::Sunday), (Text{"Sunday", "الأحد"}));
    EXPECT_EQ(name_of(DateStatus::estimated), (Text{"estimated", "تقديري"}));
}

}  // namespace
}  // namespace masar::calendar
