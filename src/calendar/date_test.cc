#include "calendar/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::calendar {
namespace {

using std::chrono::days;

TEST(Date, ReadsOnlyDaysThatExist) {
    EXPECT_EQ(parse_iso("2028-02-29"), date_of(2028, 2, 29));
    EXPECT_EQ(parse_iso("2028-02-30"), std::nullopt);
    EXPECT_EQ(parse_iso("2027-02-29"), std::nullopt);
    EXPECT_EQ(parse_iso("2100-02-29"), std::nullopt);
    EXPECT_EQ(parse_iso("2027-04-31"), std::nullopt);
    EXPECT_EQ(parse_iso("2027-13-01"), std::nullopt);
    EXPECT_EQ(parse_iso("2027-00-10"), std::nullopt);
    EXPECT_EQ(parse_iso("2027-01-00"), std::nullopt);
}

TEST(Date, ReadsOneFormOnly) {
    for (const char* wrong : {"", "2027", "2027-1-01", "2027-01-1", "27-01-01", "2027/01/01", "20270101", " 2027-01-01",
                              "2027-01-01 ", "2027-01-01T00", "+027-01-01", "2027-01--1", "2027- 1-01", "٢٠٢٧-٠١-٠١"})
        EXPECT_EQ(parse_iso(wrong), std::nullopt) << wrong;
}

TEST(Date, WritesFourTwoTwo) {
    EXPECT_EQ(to_iso(date_of(2027, 3, 1)), "2027-03-01");
    EXPECT_EQ(to_iso(date_of(622, 7, 19)), "0622-07-19");
    EXPECT_EQ(to_iso(Date()), "1970-01-01");
}

TEST(Date, KnowsWeekdayAndYear) {
    EXPECT_EQ(weekday_of(date_of(2026, 11, 23)), std::chrono::Monday);
    EXPECT_EQ(weekday_of(date_of(2027, 3, 5)), std::chrono::Friday);
    EXPECT_EQ(year_of(date_of(2030, 12, 31)), 2030);
    EXPECT_EQ(year_of(date_of(2031, 1, 1)), 2031);
}

TEST(Date, PeriodHoldsBothItsEnds) {
    const DatePeriod season{date_of(2027, 6, 1), date_of(2027, 11, 30)};
    EXPECT_TRUE(season.contains(season.first));
    EXPECT_TRUE(season.contains(season.last));
    EXPECT_FALSE(season.contains(season.first - days(1)));
    EXPECT_FALSE(season.contains(season.last + days(1)));
}

RC_GTEST_PROP(DateProperty, WhatIsWrittenReadsBack, ()) {
    const Date day(days(*rc::gen::inRange(-200'000, 2'000'000)));
    RC_ASSERT(parse_iso(to_iso(day)) == day);
}

}  // namespace
}  // namespace masar::calendar
