#include "problem/work_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::problem {
namespace {

/// Two weeks from a Monday, Monday to Friday worked: days 0–4 and 7–11.
WorkTime two_weeks() {
    std::vector<bool> worked;
    for (int day = 0; day < 14; ++day) worked.push_back(day % 7 < 5);
    return WorkTime(worked);
}

TEST(WorkTime, CountsWorkingDaysBeforeADay) {
    const WorkTime time = two_weeks();
    EXPECT_EQ(time.horizon(), 14);
    EXPECT_EQ(time.count_before(-3), 0);
    EXPECT_EQ(time.count_before(0), 0);
    EXPECT_EQ(time.count_before(5), 5);
    EXPECT_EQ(time.count_before(7), 5);
    EXPECT_EQ(time.count_before(8), 6);
    EXPECT_EQ(time.count_before(1000), 10);
}

TEST(WorkTime, NamesTheNthWorkingDay) {
    const WorkTime time = two_weeks();
    EXPECT_EQ(time.nth(-1), -1);
    EXPECT_EQ(time.nth(4), 4);
    EXPECT_EQ(time.nth(5), 7);
    EXPECT_EQ(time.nth(9), 11);
    EXPECT_EQ(time.nth(10), never);
    EXPECT_EQ(time.next(5), 7);
    EXPECT_EQ(time.next(12), never);
    EXPECT_FALSE(time.works(6));
    EXPECT_FALSE(time.works(-1));
    EXPECT_FALSE(time.works(14));
}

TEST(WorkTime, EndsAfterTheLastWorkingDay) {
    const WorkTime time = two_weeks();
    EXPECT_EQ(time.end_of(3, 2), 5);  // Thursday and Friday
    EXPECT_EQ(time.end_of(3, 3), 8);  // over the weekend
    EXPECT_EQ(time.end_of(7, 0), 7);  // a milestone takes no time
    EXPECT_EQ(time.end_of(7, 5), 12);
    EXPECT_EQ(time.end_of(7, 6), never);
}

TEST(WorkTime, StartsAsLateAsTheEndAllows) {
    const WorkTime time = two_weeks();
    EXPECT_EQ(time.start_for(8, 3), 3);
    EXPECT_EQ(time.start_for(7, 3), 2);  // ends on Friday at the latest
    EXPECT_EQ(time.start_for(5, 6), -1);
    EXPECT_EQ(time.start_for(6, 0), 4);  // a milestone needs a working day
    EXPECT_EQ(time.start_for(7, 0), 7);
}

TEST(WorkTime, StartsAsEarlyAsTheEndAsks) {
    const WorkTime time = two_weeks();
    EXPECT_EQ(time.start_reaching(8, 3), 3);
    EXPECT_EQ(time.start_reaching(6, 3), 3);  // ending on Friday (5) is not enough
    EXPECT_EQ(time.start_reaching(2, 3), 0);
    EXPECT_EQ(time.start_reaching(13, 1), never);
}

TEST(WorkTime, EveryDayHasNoEnd) {
    const WorkTime time;
    EXPECT_TRUE(time.every_day());
    EXPECT_TRUE(time.works(1'000'000));
    EXPECT_EQ(time.end_of(5, 7), 12);
    EXPECT_EQ(time.start_for(12, 7), 5);
    EXPECT_EQ(time.start_for(6, 7), -1);
    EXPECT_EQ(time.start_reaching(12, 7), 5);
    EXPECT_EQ(time.nth(-4), -1);
    EXPECT_EQ(time.end_of(never, 3), never);
}

std::vector<bool> any_days() {
    return *rc::gen::resize(40, rc::gen::container<std::vector<bool>>(rc::gen::arbitrary<bool>()));
}

RC_GTEST_PROP(WorkTimeProperty, NthIsTheInverseOfCount, ()) {
    const std::vector<bool> worked = any_days();
    const WorkTime time(worked);
    std::int32_t index = 0;
    for (Day day = 0; day < static_cast<Day>(worked.size()); ++day) {
        RC_ASSERT(time.count_before(day) == index);
        RC_ASSERT(time.works(day) == worked[static_cast<std::size_t>(day)]);
        if (worked[static_cast<std::size_t>(day)]) RC_ASSERT(time.nth(index++) == day);
    }
    RC_ASSERT(worked.empty() || time.nth(index) == never);
}

RC_GTEST_PROP(WorkTimeProperty, StartForIsTheLatestStartThatEndsInTime, ()) {
    const std::vector<bool> worked = any_days();
    RC_PRE(!worked.empty());
    const WorkTime time(worked);
    const auto end = *rc::gen::inRange<Day>(0, static_cast<Day>(worked.size()) + 3);
    const auto duration = *rc::gen::inRange<std::int32_t>(0, 6);
    Day latest = -1;
    Day earliest = never;
    for (Day day = static_cast<Day>(worked.size()) - 1; day >= 0; --day) {
        if (!time.works(day)) continue;
        const Day ends = time.end_of(day, duration);
        if (ends <= end) latest = std::max(latest, day);
        if (ends >= end && ends != never) earliest = day;
    }
    RC_ASSERT(time.start_for(end, duration) == latest);
    RC_ASSERT(time.start_reaching(end, duration) == earliest);
}

}  // namespace
}  // namespace masar::problem
