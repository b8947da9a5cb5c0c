#include "calendar/fiscal_year.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::calendar {
namespace {

constexpr FiscalYear usa{10}, uae{1};

// FY-1 of the golden vectors: 31 USC 1102.
TEST(FiscalYear, BeginsInOctoberForOneSideAndInJanuaryForTheOther) {
    const Date last_of_2026 = date_of(2026, 9, 30), first_of_2027 = date_of(2026, 10, 1),
               new_year = date_of(2027, 1, 1);
    EXPECT_EQ(usa.year_of(last_of_2026), 2026);
    EXPECT_EQ(usa.year_of(first_of_2027), 2027);
    EXPECT_EQ(usa.year_of(new_year), 2027);
    EXPECT_EQ(uae.year_of(last_of_2026), 2026);
    EXPECT_EQ(uae.year_of(first_of_2027), 2026);
    EXPECT_EQ(uae.year_of(new_year), 2027);
}

TEST(FiscalYear, SaysItsDaysAndItsName) {
    EXPECT_EQ(usa.days_of(2027), (DatePeriod{date_of(2026, 10, 1), date_of(2027, 9, 30)}));
    EXPECT_EQ(uae.days_of(2027), (DatePeriod{date_of(2027, 1, 1), date_of(2027, 12, 31)}));
    EXPECT_EQ(usa.label(2027), "FY2027");
    EXPECT_EQ(uae.label(2027), "2027");
}

TEST(FiscalYear, OfAprilEndsOnTheLastOfMarch) {
    constexpr FiscalYear april{4};
    EXPECT_EQ(april.days_of(2028), (DatePeriod{date_of(2027, 4, 1), date_of(2028, 3, 31)}));
    EXPECT_EQ(april.year_of(date_of(2028, 3, 31)), 2028);
    EXPECT_EQ(april.year_of(date_of(2028, 4, 1)), 2029);
}

RC_GTEST_PROP(FiscalYearProperty, EveryDayLiesInItsYearAndInNoOther, ()) {
    const FiscalYear fiscal{*rc::gen::inRange(1U, 13U)};
    const Date day(std::chrono::days(*rc::gen::inRange(0, 40'000)));
    const int year = fiscal.year_of(day);
    RC_ASSERT(fiscal.days_of(year).contains(day));
    RC_ASSERT(!fiscal.days_of(year - 1).contains(day));
    RC_ASSERT(!fiscal.days_of(year + 1).contains(day));
}

}  // namespace
}  // namespace masar::calendar
