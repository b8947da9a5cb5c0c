#include "app/workspace/snapshot.h"

#include "report/json_schedule.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

// Monday 4 January 2027; the talk is optional and not chosen.
constexpr std::string_view three = R"(masar: 1
title: {en: Three, ar: ثلاثة}
start: 2027-01-04
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
activities:
  a: {name: {en: A, ar: أ}, duration: 5wd, calendar: office}
  b: {name: {en: B, ar: ب}, duration: 5wd, calendar: office, after: a}
  talk: {name: {en: Talk, ar: حديث}, duration: 1wd, calendar: office, after: a, optional: true}
)";

std::string dates(const std::string& b, const std::string& talk) {
    return R"({"status": "feasible", "activities": [{"id": "a", "start": "2027-01-04", "mode": ""}, {"id": "b", "start": ")"
           + b + R"(", "mode": ""}, {"id": "talk", "start": )" + (talk.empty() ? "null" : "\"" + talk + "\"")
           + R"(, "mode": ""}]})";
}

SnapshotPtr read(const std::string& dates) { return Snapshot::make({{"plan.yaml", std::string(three)}}, dates); }

void expect_same(const Snapshot& made, const Snapshot& read) {
    EXPECT_EQ(made.hash(), read.hash());
    EXPECT_EQ(made.state_hash(), read.state_hash());
    ASSERT_EQ(made.timetable().has_value(), read.timetable().has_value());
    if (!made.timetable()) return;
    EXPECT_EQ(report::schedule_json(made.plan(), *made.timetable()),
              report::schedule_json(read.plan(), *read.timetable()));
    EXPECT_EQ(made.timetable()->violations.size(), read.timetable()->violations.size());
}

TEST(SnapshotTest, OtherDatesOfTheSameTextsAreThoseThatReadingGives) {
    const SnapshotPtr first = read(dates("2027-01-11", ""));
    ASSERT_TRUE(first->timetable()) << first->undated()->message.en;
    EXPECT_TRUE(first->timetable()->violations.empty());
    const std::string early = dates("2027-01-05", "");
    expect_same(*first->with_dates(early), *read(early));
    EXPECT_EQ(first->with_dates(early)->timetable()->violations.size(), 1U);
    EXPECT_EQ(&first->with_dates(early)->loaded(), &first->loaded());  // not read again
    expect_same(*first->with_dates({}), *read({}));
    expect_same(*first->with_dates("nonsense"), *read("nonsense"));
}

TEST(SnapshotTest, AnOptionTakesPartWithItsDateAndNotWithout) {
    const std::string without = dates("2027-01-11", ""), with = dates("2027-01-11", "2027-01-12");
    const SnapshotPtr chosen = read(without)->with_dates(with);
    expect_same(*chosen, *read(with));
    EXPECT_TRUE(chosen->timetable()->activities[2].chosen);
    expect_same(*chosen->with_dates(without), *read(without));
    EXPECT_EQ(chosen->loaded().compiled->problem.size(), 3);
    EXPECT_EQ(chosen->as_written()->compiled->problem.size(), 2);
}

TEST(SnapshotTest, ACopyForASideHasTheDatesOfTheWhole) {
    std::string text(three);
    text.insert(text.find("calendars:"),
                "sides: {uae: {name: {en: UAE, ar: الإمارات}}, usa: {name: {en: USA, ar: أمريكا}}}\n");
    const std::string early = dates("2027-01-05", ""), with = dates("2027-01-11", "2027-01-12");
    const SnapshotPtr first = Snapshot::make({{"plan.yaml", text}}, dates("2027-01-11", ""));
    ASSERT_TRUE(first->released_to("usa")->timetable());
    for (const std::string& each : {early, with})
        expect_same(*first->with_dates(each)->released_to("usa"),
                    *Snapshot::make({{"plan.yaml", text}}, each)->released_to("usa"));
}

TEST(SnapshotTest, TextsThatCannotBeReadStaySo) {
    const SnapshotPtr nothing = Snapshot::make({{"notes.yaml", "a: 1"}}, {});
    expect_same(*nothing->with_dates(dates("2027-01-11", "")),
                *Snapshot::make({{"notes.yaml", "a: 1"}}, dates("2027-01-11", "")));
}

}  // namespace
}  // namespace masar::app
