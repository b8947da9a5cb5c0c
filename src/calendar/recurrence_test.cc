#include "calendar/recurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace masar::calendar {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;

DatePeriod period(const char* first, const char* last) { return {*parse_iso(first), *parse_iso(last)}; }

/// "2027-06-01..2027-11-30", a single day without its end.
std::string written(DatePeriod each) {
    return each.first == each.last ? to_iso(each.first) : to_iso(each.first) + ".." + to_iso(each.last);
}

std::vector<std::string> dates(const Recurrence& recurrence, DatePeriod range, int shift = 0) {
    std::vector<std::string> all;
    for (const Occurrence& each : occurrences(recurrence, {range, shift})) all.push_back(written(each.days));
    return all;
}

const DatePeriod five_years = period("2026-10-01", "2031-09-30");

Recurrence ramadan() { return {.rule = HijriMonth{9}, .status = DateStatus::estimated}; }

// The example's Ramadans as its source lists them; the last one deviates from the month table, so the plan lists it.
TEST(Recurrence, RamadanByRuleWithOneListed) {
    Recurrence rule = ramadan();
    rule.listed = {{1453, period("2031-12-15", "2032-01-13"), DateStatus::estimated, "example"}};
    EXPECT_THAT(dates(rule, period("2027-01-01", "2031-12-31")),
                ElementsAre("2027-02-08..2027-03-08", "2028-01-28..2028-02-25", "2029-01-16..2029-02-13",
                            "2030-01-05..2030-02-03", "2030-12-26..2031-01-23", "2031-12-15..2032-01-13"));
    EXPECT_THAT(dates(ramadan(), period("2031-12-01", "2032-01-31")), ElementsAre("2031-12-16..2032-01-13"));
}

TEST(Recurrence, HijriYearsOutsideTheTableAreLeftOut) {
    EXPECT_THAT(dates(ramadan(), period("1700-01-01", "1880-01-01")), IsEmpty());
    EXPECT_THAT(dates(ramadan(), period("2180-01-01", "2500-01-01")), IsEmpty());
}

TEST(Recurrence, TwoRamadansIn2030HaveTheirOwnYears) {
    const auto found = occurrences(ramadan(), {period("2030-01-01", "2030-12-31")});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].year, 1451);
    EXPECT_EQ(found[1].year, 1452);
    EXPECT_EQ(found[0].status, DateStatus::estimated);
}

TEST(Recurrence, ThirtiethOfRamadanOnlyWhenTheMonthCompletesIt) {
    EXPECT_THAT(dates({.rule = HijriDay{9, 30}}, period("2026-01-01", "2031-12-31")),
                ElementsAre("2026-03-19", "2030-02-03"));
}

TEST(Recurrence, HijriDayWithLength) {
    EXPECT_THAT(dates({.rule = HijriDay{12, 10}, .length = 3}, period("2027-01-01", "2028-12-31")),
                ElementsAre("2027-05-16..2027-05-18", "2028-05-05..2028-05-07"));
}

TEST(Recurrence, HurricaneSeasonTouchesTheRangeAtBothEnds) {
    const Recurrence season{.rule = EveryYear{{6, 1}, {11, 30}}};
    EXPECT_THAT(dates(season, five_years),
                ElementsAre("2026-06-01..2026-11-30", "2027-06-01..2027-11-30", "2028-06-01..2028-11-30",
                            "2029-06-01..2029-11-30", "2030-06-01..2030-11-30", "2031-06-01..2031-11-30"));
    EXPECT_THAT(dates(season, period("2027-12-01", "2028-05-31")), IsEmpty());
}

TEST(Recurrence, SeasonOverTheYearsEndBelongsToTheYearItBeginsIn) {
    const Recurrence winter{.rule = EveryYear{{11, 15}, {2, 29}}};
    EXPECT_THAT(dates(winter, period("2027-01-01", "2028-12-31")),
                ElementsAre("2026-11-15..2027-02-28", "2027-11-15..2028-02-29", "2028-11-15..2029-02-28"));
    EXPECT_EQ(occurrences(winter, {period("2027-02-28", "2027-02-28")}).front().year, 2026);
}

TEST(Recurrence, LeapDayIsADayOfLeapYearsAndASeasonBeginsAfterIt) {
    EXPECT_THAT(dates({.rule = EveryYear{{2, 29}, {2, 29}}}, period("2027-01-01", "2032-12-31")),
                ElementsAre("2028-02-29", "2032-02-29"));
    EXPECT_THAT(dates({.rule = EveryYear{{2, 29}, {3, 10}}}, period("2027-01-01", "2028-12-31")),
                ElementsAre("2027-03-01..2027-03-10", "2028-02-29..2028-03-10"));
}

TEST(Recurrence, FixedDayWithLengthReachesIntoTheRange) {
    const Recurrence national_day{.rule = EveryYear{{12, 2}, {12, 2}}, .length = 2};
    EXPECT_THAT(dates(national_day, period("2027-12-03", "2027-12-31")), ElementsAre("2027-12-02..2027-12-03"));
    const Recurrence new_year_week{.rule = EveryYear{{12, 28}, {12, 28}}, .length = 7};
    EXPECT_THAT(dates(new_year_week, period("2028-01-03", "2028-06-30")), ElementsAre("2027-12-28..2028-01-03"));
}

TEST(Recurrence, ObservedNewYearLeavesItsYear) {
    const Recurrence new_year{.rule = EveryYear{{1, 1}, {1, 1}}, .observed = Observed::nearest_weekday};
    EXPECT_THAT(dates(new_year, period("2027-01-01", "2029-12-31")),
                ElementsAre("2027-01-01", "2027-12-31", "2029-01-01"));
    // 1 January 2028 is a Saturday: the day off of 2028 lies in 2027.
    EXPECT_EQ(occurrences(new_year, {period("2027-12-31", "2027-12-31")}).front().year, 2028);
    EXPECT_THAT(dates(new_year, period("2028-01-01", "2028-12-31")), IsEmpty());
}

TEST(Recurrence, ObservedMovesSundayToMonday) {
    const Recurrence independence{.rule = EveryYear{{7, 4}, {7, 4}}, .observed = Observed::nearest_weekday};
    EXPECT_THAT(dates(independence, period("2026-01-01", "2028-12-31")),
                ElementsAre("2026-07-03", "2027-07-05", "2028-07-04"));
}

TEST(Recurrence, NthAndLastWeekday) {
    const DatePeriod year = period("2027-01-01", "2027-12-31");
    EXPECT_THAT(dates({.rule = NthWeekday{3, std::chrono::Monday, 1}}, year), ElementsAre("2027-01-18"));
    EXPECT_THAT(dates({.rule = NthWeekday{4, std::chrono::Thursday, 11}}, year), ElementsAre("2027-11-25"));
    EXPECT_THAT(dates({.rule = NthWeekday{-1, std::chrono::Monday, 5}}, year), ElementsAre("2027-05-31"));
    EXPECT_THAT(dates({.rule = NthWeekday{0, std::chrono::Monday, 5}}, year), IsEmpty());
}

TEST(Recurrence, FifthWeekdayIsLeftOutWhereThereIsNone) {
    // Mondays of May: 2027 3,10,17,24,31 — 2028 1,8,15,22,29 — 2029 7,14,21,28.
    EXPECT_THAT(dates({.rule = NthWeekday{5, std::chrono::Monday, 5}}, period("2027-01-01", "2029-12-31")),
                ElementsAre("2027-05-31", "2028-05-29"));
}

TEST(Recurrence, ListedYearReplacesTheRuleAndMayHoldSeveralPeriods) {
    Recurrence training{.rule = EveryYear{{6, 1}, {6, 14}}};
    training.listed = {{2028, period("2028-07-10", "2028-07-14"), DateStatus::announced, "order"},
                       {2028, period("2028-06-12", "2028-06-16"), DateStatus::announced, "order"}};
    EXPECT_THAT(dates(training, period("2027-01-01", "2029-12-31")),
                ElementsAre("2027-06-01..2027-06-14", "2028-06-12..2028-06-16", "2028-07-10..2028-07-14",
                            "2029-06-01..2029-06-14"));
    EXPECT_TRUE(occurrences(training, {period("2028-01-01", "2028-12-31")}).front().listed);
}

TEST(Recurrence, OnlyListed) {
    Recurrence conferences{.rule = OnlyListed{}};
    conferences.listed = {{0, period("2028-03-01", "2028-03-03"), DateStatus::fixed, ""},
                          {0, period("2027-03-01", "2027-03-03"), DateStatus::fixed, ""}};
    EXPECT_THAT(dates(conferences, five_years), ElementsAre("2027-03-01..2027-03-03", "2028-03-01..2028-03-03"));
}

TEST(Recurrence, IslamicShiftMovesWhatIsEstimatedAndNothingElse) {
    Recurrence eid{.rule = HijriDay{10, 1}, .status = DateStatus::estimated};
    eid.listed = {{1449, period("2028-02-27", "2028-02-27"), DateStatus::announced, "Cabinet"},
                  {1450, period("2029-02-15", "2029-02-15"), DateStatus::observed, "Cabinet"},
                  {1451, period("2030-02-05", "2030-02-05"), DateStatus::estimated, "plan"}};
    const DatePeriod range = period("2027-01-01", "2031-12-31");
    EXPECT_THAT(dates(eid, range, 0),
                ElementsAre("2027-03-09", "2028-02-27", "2029-02-15", "2030-02-05", "2031-01-24"));
    EXPECT_THAT(dates(eid, range, 1),
                ElementsAre("2027-03-10", "2028-02-27", "2029-02-15", "2030-02-06", "2031-01-25"));
    EXPECT_THAT(dates(eid, range, -1),
                ElementsAre("2027-03-08", "2028-02-27", "2029-02-15", "2030-02-04", "2031-01-23"));

    Recurrence fixed = eid;
    fixed.status = DateStatus::fixed;
    fixed.listed.clear();
    EXPECT_EQ(dates(fixed, range, 1), dates(fixed, range, 0));
}

TEST(Recurrence, IslamicShiftLeavesCivilDaysAlone) {
    const Recurrence season{.rule = EveryYear{{6, 1}, {11, 30}}, .status = DateStatus::estimated};
    EXPECT_EQ(dates(season, five_years, 1), dates(season, five_years, 0));
    Recurrence moon{.rule = OnlyListed{}, .movable = true};
    moon.listed = {{0, period("2028-02-26", "2028-02-28"), DateStatus::estimated, "plan"}};
    EXPECT_THAT(dates(moon, five_years, 1), ElementsAre("2028-02-27..2028-02-29"));
}

TEST(Recurrence, IslamicShiftCanBringADayIntoTheRange) {
    const Recurrence eid{.rule = HijriDay{10, 1}, .status = DateStatus::estimated};
    EXPECT_THAT(dates(eid, period("2027-03-10", "2027-03-10"), 1), ElementsAre("2027-03-10"));
    EXPECT_THAT(dates(eid, period("2027-03-09", "2027-03-09"), 1), IsEmpty());
}

Rule any_rule() {
    const int kind = *rc::gen::inRange(0, 4);
    const int month = *rc::gen::inRange(1, 13);
    if (kind == 0) return HijriMonth{month};
    if (kind == 1) return HijriDay{month, *rc::gen::inRange(1, 31)};
    if (kind == 2)
        return NthWeekday{*rc::gen::inRange(1, 6), std::chrono::weekday(*rc::gen::inRange(0U, 7U)),
                          static_cast<unsigned>(month)};
    const MonthDay first{static_cast<unsigned>(month), *rc::gen::inRange(1U, 29U)};
    const bool season = *rc::gen::arbitrary<bool>();
    return EveryYear{first, season ? MonthDay{*rc::gen::inRange(1U, 13U), *rc::gen::inRange(1U, 29U)} : first};
}

// A narrow look sees exactly what a wide one sees of it: nothing is lost at the edges of a range.
RC_GTEST_PROP(RecurrenceProperty, NarrowRangeIsTheWideOneCut, ()) {
    Recurrence recurrence{.rule = any_rule()};
    recurrence.length = *rc::gen::inRange(1, 40);
    recurrence.observed = *rc::gen::element(Observed::as_is, Observed::nearest_weekday);
    recurrence.status = *rc::gen::element(DateStatus::fixed, DateStatus::estimated);
    const int shift = *rc::gen::inRange(-3, 4);
    const Date first = date_of(2026, 1, 1) + days(*rc::gen::inRange(0, 2000));
    const DatePeriod narrow{first, first + days(*rc::gen::inRange(0, 400))};

    std::vector<std::string> cut;
    for (const Occurrence& each : occurrences(recurrence, {period("2015-01-01", "2045-12-31"), shift}))
        if (each.days.first <= narrow.last && narrow.first <= each.days.last) cut.push_back(written(each.days));
    RC_ASSERT(dates(recurrence, narrow, shift) == cut);
}

}  // namespace
}  // namespace masar::calendar
