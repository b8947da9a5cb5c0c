#include "report/time_axis.h"

#include <gtest/gtest.h>

namespace masar::report {
namespace {

using calendar::date_of;

TEST(TimeAxis, PutsDaysInProportionAndClipsWhatLiesOutside) {
    const TimeAxis axis({date_of(2027, 1, 1), date_of(2027, 1, 10)}, 100, 200);  // ten days on a hundred units
    EXPECT_DOUBLE_EQ(axis.at(date_of(2027, 1, 1)), 100);
    EXPECT_DOUBLE_EQ(axis.at(date_of(2027, 1, 6)), 150);
    EXPECT_DOUBLE_EQ(axis.after(date_of(2027, 1, 10)), 200);
    EXPECT_DOUBLE_EQ(axis.at(date_of(2026, 1, 1)), 100);
    EXPECT_DOUBLE_EQ(axis.at(date_of(2028, 1, 1)), 200);
}

TEST(TimeAxis, MarksBothCalendarsYears) {
    const TimeAxis axis({date_of(2026, 10, 1), date_of(2028, 3, 1)}, 0, 100);
    ASSERT_EQ(axis.years().size(), 3u);
    EXPECT_EQ(axis.years()[0].day, date_of(2026, 10, 1));  // the first year is shown partly
    EXPECT_EQ(axis.years()[1].label, "2027");
    ASSERT_EQ(axis.hijri_years().size(), 2u);
    EXPECT_EQ(axis.hijri_years()[1].label, "1449");
    EXPECT_EQ(axis.hijri_years()[1].day, date_of(2027, 6, 6));  // Hijri New Year 1449 by Umm al-Qura
}

}  // namespace
}  // namespace masar::report
