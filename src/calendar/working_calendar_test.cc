#include "calendar/working_calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::calendar {
namespace {

using std::chrono::days;

Date day(const char* iso) { return *parse_iso(iso); }
DatePeriod period(const char* first, const char* last) { return {day(first), day(last)}; }

constexpr auto off = DayKind::off, half = DayKind::half, full = DayKind::full;
constexpr WeekPattern monday_to_friday{{off, full, full, full, full, full, off}};
constexpr WeekPattern friday_half{{off, full, full, full, full, half, off}};

const DatePeriod year_2027 = period("2027-01-01", "2027-12-31");

WorkingCalendar uae_2027() {
    CalendarRecipe recipe{friday_half};
    recipe.days_off = {{.rule = HijriDay{10, 1}, .length = 3, .status = DateStatus::estimated},
                       {.rule = EveryYear{{12, 2}, {12, 2}}, .length = 2}};
    return WorkingCalendar::make(recipe, {year_2027});
}

WorkingCalendar usa_2027() {
    CalendarRecipe recipe{monday_to_friday};
    recipe.days_off = {{.rule = NthWeekday{3, std::chrono::Monday, 1}},
                       {.rule = NthWeekday{4, std::chrono::Thursday, 11}}};
    return WorkingCalendar::make(recipe, {year_2027});
}

// March 2027: Eid al-Fitr is Tuesday 9 to Thursday 11.
TEST(WorkingCalendar, CountsAroundEid) {
    const WorkingCalendar uae = uae_2027();
    EXPECT_EQ(uae.working_days(period("2027-03-08", "2027-03-14")), 2);  // Monday, and Friday's half day
    EXPECT_EQ(uae.kind(day("2027-03-08")), full);
    EXPECT_EQ(uae.kind(day("2027-03-09")), off);
    EXPECT_EQ(uae.kind(day("2027-03-12")), half);
    EXPECT_EQ(uae.shift(day("2027-03-08"), 1), day("2027-03-12"));
    EXPECT_EQ(uae.shift(day("2027-03-08"), 2), day("2027-03-15"));
    EXPECT_EQ(uae.shift(day("2027-03-15"), -2), day("2027-03-08"));
    EXPECT_EQ(uae.shift(day("2027-03-10"), 0), day("2027-03-12"));
    EXPECT_EQ(uae.shift(day("2027-03-10"), 1), day("2027-03-12"));
    EXPECT_EQ(uae.shift(day("2027-03-10"), -1), day("2027-03-08"));
    EXPECT_EQ(uae.finish_of(day("2027-03-05"), 3), day("2027-03-12"));
    EXPECT_EQ(uae.next_working(day("2027-03-09")), day("2027-03-12"));
    EXPECT_EQ(uae.previous_working(day("2027-03-11")), day("2027-03-08"));
    EXPECT_EQ(uae.previous_working(day("2027-03-08")), day("2027-03-08"));
}

TEST(WorkingCalendar, IslamicShiftMovesTheHoliday) {
    CalendarRecipe recipe{monday_to_friday};
    recipe.days_off = {{.rule = HijriDay{10, 1}, .length = 3, .status = DateStatus::estimated}};
    const WorkingCalendar later = WorkingCalendar::make(recipe, {year_2027, 1});
    EXPECT_TRUE(later.works(day("2027-03-09")));
    EXPECT_FALSE(later.works(day("2027-03-12")));
}

TEST(WorkingCalendar, JointWorksWhenBothDo) {
    const std::array sides{uae_2027(), usa_2027()};
    const WorkingCalendar both = WorkingCalendar::joint(sides);
    EXPECT_EQ(both.kind(day("2027-03-09")), off);   // Eid
    EXPECT_EQ(both.kind(day("2027-01-18")), off);   // third Monday of January
    EXPECT_EQ(both.kind(day("2027-01-22")), half);  // a Friday
    EXPECT_EQ(both.kind(day("2027-01-21")), full);
    EXPECT_EQ(both.working_days(period("2027-01-18", "2027-01-24")), 4);
    EXPECT_EQ(WorkingCalendar::joint({sides.data(), 1}).days(), sides[0].days());
}

// The traditional Guard: no week at all, two assembly weekends and a fortnight of annual training.
TEST(WorkingCalendar, AssemblyWeekendsAndAnnualTraining) {
    CalendarRecipe recipe;
    recipe.also_works = {period("2027-02-06", "2027-02-07"), period("2027-03-06", "2027-03-07"),
                         period("2027-06-07", "2027-06-20")};
    recipe.also_off = {period("2027-06-13", "2027-06-13")};
    const WorkingCalendar guard = WorkingCalendar::make(recipe, {year_2027});
    EXPECT_EQ(guard.working_days(year_2027), 2 + 2 + 13);
    EXPECT_EQ(guard.next_working(day("2027-01-01")), day("2027-02-06"));
    EXPECT_EQ(guard.finish_of(day("2027-02-07"), 3), day("2027-03-07"));
    EXPECT_EQ(guard.shift(day("2027-06-12"), 1), day("2027-06-14"));
    EXPECT_EQ(guard.shift(day("2027-06-20"), 1), std::nullopt);
}

TEST(WorkingCalendar, ListedDaysWinOverHolidaysAndHalfDays) {
    CalendarRecipe recipe{friday_half};
    recipe.days_off = {{.rule = EveryYear{{12, 2}, {12, 2}}, .length = 2}};  // Thursday and Friday
    recipe.also_works = {period("2027-12-02", "2027-12-04")};
    const WorkingCalendar calendar = WorkingCalendar::make(recipe, {year_2027});
    EXPECT_EQ(calendar.kind(day("2027-12-02")), full);
    EXPECT_EQ(calendar.kind(day("2027-12-03")), full);
    EXPECT_EQ(calendar.kind(day("2027-12-04")), full);
    EXPECT_EQ(calendar.kind(day("2027-12-05")), off);
}

TEST(WorkingCalendar, EndsWithItsHorizon) {
    const WorkingCalendar calendar = WorkingCalendar::every_day(period("2027-01-01", "2027-01-10"));
    const Date before = day("2026-12-30"), after = day("2027-01-12");
    EXPECT_FALSE(calendar.works(before));
    EXPECT_FALSE(calendar.works(after));
    EXPECT_EQ(calendar.working_days(period("2026-01-01", "2028-01-01")), 10);
    EXPECT_EQ(calendar.working_days(period("2026-01-01", "2026-12-31")), 0);
    EXPECT_EQ(calendar.working_days(period("2027-01-05", "2027-01-04")), 0);
    EXPECT_EQ(calendar.next_working(before), day("2027-01-01"));
    EXPECT_EQ(calendar.next_working(after), std::nullopt);
    EXPECT_EQ(calendar.previous_working(before), std::nullopt);
    EXPECT_EQ(calendar.previous_working(after), day("2027-01-10"));
    EXPECT_EQ(calendar.shift(before, 1), day("2027-01-01"));
    EXPECT_EQ(calendar.shift(after, -1), day("2027-01-10"));
    EXPECT_EQ(calendar.shift(day("2027-01-01"), 9), day("2027-01-10"));
    EXPECT_EQ(calendar.shift(day("2027-01-01"), 10), std::nullopt);
    EXPECT_EQ(calendar.shift(day("2027-01-10"), -10), std::nullopt);
    EXPECT_EQ(calendar.shift(day("2027-01-01"), INT32_MAX), std::nullopt);
    EXPECT_EQ(calendar.shift(day("2027-01-01"), INT32_MIN), std::nullopt);
    EXPECT_EQ(calendar.finish_of(day("2027-01-10"), 1), day("2027-01-10"));
    EXPECT_EQ(calendar.finish_of(day("2027-01-10"), 2), std::nullopt);
    EXPECT_EQ(calendar.finish_of(day("2027-01-10"), 0), std::nullopt);
    EXPECT_EQ(calendar.finish_of(before, 1), std::nullopt);
}

TEST(WorkingCalendar, NobodyWorksInAnEmptyRecipe) {
    const WorkingCalendar idle = WorkingCalendar::make({}, {year_2027});
    EXPECT_EQ(idle.working_days(year_2027), 0);
    EXPECT_EQ(idle.next_working(year_2027.first), std::nullopt);
    EXPECT_EQ(idle.previous_working(year_2027.last), std::nullopt);
}

// HOURS-1 of the golden vectors: 36.5 hours a week, 25 in Ramadan.
TEST(OfficeHours, OfAUaeWeek) {
    constexpr OfficeHours uae{
        .full_minutes = 480, .half_minutes = 270, .ramadan_full_minutes = 330, .ramadan_half_minutes = 180};
    EXPECT_EQ(uae.minutes(off, false), 0);
    int normal = 0, ramadan = 0;
    for (const DayKind kind : friday_half.days) {
        normal += uae.minutes(kind, false);
        ramadan += uae.minutes(kind, true);
    }
    EXPECT_EQ(normal, 2190);   // 36 h 30
    EXPECT_EQ(ramadan, 1500);  // 25 h
}

/// Any mixture of worked days over a few weeks, and a day in or near it.
struct Sample {
    WorkingCalendar calendar;
    Date day;
};

WorkingCalendar any_calendar() {
    const DatePeriod horizon{day("2027-01-01"), day("2027-01-01") + days(*rc::gen::inRange(0, 60))};
    CalendarRecipe recipe;
    for (DayKind& kind : recipe.week.days) kind = *rc::gen::element(off, half, full);
    for (const int from : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-5, 65)))
        recipe.also_off.push_back({horizon.first + days(from), horizon.first + days(from + 3)});
    return WorkingCalendar::make(recipe, {horizon});
}

Sample any_sample() {
    WorkingCalendar calendar = any_calendar();
    const Date first = calendar.horizon().first;
    return {std::move(calendar), first + days(*rc::gen::inRange(-10, 75))};
}

/// The n-th working day after `day`, one day at a time; |n| >= 1.
std::optional<Date> walk(const WorkingCalendar& calendar, Date day, int n) {
    const days step(n > 0 ? 1 : -1);
    for (int left = n > 0 ? n : -n; left > 0;) {
        day += step;
        if (day > calendar.horizon().last + days(100) || day < calendar.horizon().first - days(100))
            return std::nullopt;
        if (calendar.works(day)) --left;
    }
    return day;
}

RC_GTEST_PROP(WorkingCalendarProperty, ShiftIsAWalk, ()) {
    const auto [calendar, start] = any_sample();
    const int n = *rc::gen::inRange(1, 40);
    RC_ASSERT(calendar.shift(start, n) == walk(calendar, start, n));
    RC_ASSERT(calendar.shift(start, -n) == walk(calendar, start, -n));
    RC_ASSERT(calendar.shift(start, 0) == walk(calendar, start - days(1), 1));
}

RC_GTEST_PROP(WorkingCalendarProperty, ShiftThereAndBack, ()) {
    const auto [calendar, near] = any_sample();
    const auto start = calendar.next_working(near);
    if (!start) return;
    const int n = *rc::gen::inRange(-40, 41);
    const auto there = calendar.shift(*start, n);
    if (there) RC_ASSERT(calendar.shift(*there, -n) == start);
}

RC_GTEST_PROP(WorkingCalendarProperty, FinishHoldsExactlyTheDuration, ()) {
    const auto [calendar, near] = any_sample();
    const auto start = calendar.next_working(near);
    if (!start) return;
    const int duration = *rc::gen::inRange(1, 40);
    const auto finish = calendar.finish_of(*start, duration);
    RC_ASSERT(finish.has_value() == (calendar.working_days({*start, calendar.horizon().last}) >= duration));
    if (!finish) return;
    RC_ASSERT(calendar.works(*finish));
    RC_ASSERT(calendar.working_days({*start, *finish}) == duration);
    RC_ASSERT(calendar.shift(*finish, -(duration - 1)) == *start);
}

RC_GTEST_PROP(WorkingCalendarProperty, CountIsAWalk, ()) {
    const auto [calendar, first] = any_sample();
    const Date last = first + days(*rc::gen::inRange(-5, 80));
    int count = 0;
    for (Date each = first; each <= last; each += days(1)) count += calendar.works(each) ? 1 : 0;
    RC_ASSERT(calendar.working_days({first, last}) == count);
}

RC_GTEST_PROP(WorkingCalendarProperty, NextAndPreviousAreTheNearest, ()) {
    const auto [calendar, start] = any_sample();
    const auto next = calendar.next_working(start), previous = calendar.previous_working(start);
    if (next) RC_ASSERT(*next >= start && calendar.works(*next) && calendar.working_days({start, *next}) == 1);
    if (previous)
        RC_ASSERT(*previous <= start && calendar.works(*previous) && calendar.working_days({*previous, start}) == 1);
    RC_ASSERT(next.has_value() == (calendar.working_days({start, start + days(200)}) > 0));
    RC_ASSERT(previous.has_value() == (calendar.working_days({start - days(200), start}) > 0));
}

RC_GTEST_PROP(WorkingCalendarProperty, JointIsTheLeastOfAll, ()) {
    const WorkingCalendar a = any_calendar();
    CalendarRecipe recipe;
    for (DayKind& kind : recipe.week.days) kind = *rc::gen::element(off, half, full);
    const std::array both{a, WorkingCalendar::make(recipe, {a.horizon()})};
    const WorkingCalendar joint = WorkingCalendar::joint(both);
    for (Date each = a.horizon().first; each <= a.horizon().last; each += days(1)) {
        const bool all_work = both[0].works(each) && both[1].works(each);
        const bool any_half = both[0].kind(each) == half || both[1].kind(each) == half;
        RC_ASSERT(joint.kind(each) == (all_work ? any_half ? half : full : off));
    }
}

}  // namespace
}  // namespace masar::calendar
