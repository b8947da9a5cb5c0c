// Every type of link with lags across two calendars, worked out by hand. The predecessor works Monday 4 to Friday 8 January 2027
// (Monday to Friday); the successor takes two days of the Sunday-to-Thursday week.
#include "compile/plan_case_test.h"

namespace masar::compile {
namespace {

std::string successor_of(std::string_view link) {
    const PlanCase plan(
        "activities:\n"
        "  a: {duration: 5wd, calendar: west}\n"
        "  b: {duration: 2wd, calendar: gulf, after: [\""
        + std::string(link) + "\"]}\n");
    return plan.dates("b");
}

TEST(Links, FinishToStart) {
    EXPECT_EQ(successor_of("a"), "2027-01-10..2027-01-11") << "Saturday is off, Sunday is worked";
    EXPECT_EQ(successor_of("a + 2wd"), "2027-01-12..2027-01-13") << "third working day after: Sun, Mon, Tue";
    EXPECT_EQ(successor_of("a + 2wd on west"), "2027-01-13..2027-01-14") << "Mon, Tue, Wed";
    EXPECT_EQ(successor_of("a + 4ed"), "2027-01-13..2027-01-14") << "fifth day after: 9, 10, 11, 12, 13";
}

TEST(Links, StartToStart) {
    EXPECT_EQ(successor_of("a SS"), "2027-01-04..2027-01-05");
    EXPECT_EQ(successor_of("a SS + 2wd"), "2027-01-06..2027-01-07") << "second working day after the start: Tue, Wed";
    EXPECT_EQ(successor_of("a SS + 4wd"), "2027-01-10..2027-01-11") << "Tue, Wed, Thu, Sun";
    EXPECT_EQ(successor_of("a SS + 4wd on west"), "2027-01-10..2027-01-11") << "Fri 8, which the successor has off";
    EXPECT_EQ(successor_of("a SS + 7ed"), "2027-01-11..2027-01-12");
}

TEST(Links, FinishToFinish) {
    EXPECT_EQ(successor_of("a FF"), "2027-01-07..2027-01-10") << "finishing on Thursday would be before Friday";
    EXPECT_EQ(successor_of("a FF + 2wd"), "2027-01-10..2027-01-11") << "second working day after: Sun, Mon";
    EXPECT_EQ(successor_of("a FF + 2wd on west"), "2027-01-11..2027-01-12") << "Mon, Tue";
    EXPECT_EQ(successor_of("a FF + 5ed"), "2027-01-12..2027-01-13");
}

TEST(Links, StartToFinish) {
    EXPECT_EQ(successor_of("a SF"), "2027-01-04..2027-01-05");
    EXPECT_EQ(successor_of("a SF + 3wd"), "2027-01-06..2027-01-07")
        << "third working day after the start: Tue, Wed, Thu";
    EXPECT_EQ(successor_of("a SF + 7ed"), "2027-01-10..2027-01-11") << "finish on Monday 11 or later";
}

// The successor waits for its window; then the predecessor may not finish too early. It must start on at most the second working
// day (Sun–Thu) after the finish: 19 and 20 January follow Monday 18.
TEST(Links, AMaximalLagPullsThePredecessorAlong) {
    const PlanCase plan(R"(activities:
  a: {duration: 5wd, calendar: west}
  b: {duration: 2wd, calendar: gulf, after: [a max 1wd], window: 2027-01-20..}
)");
    EXPECT_EQ(plan.dates("b"), "2027-01-20..2027-01-21");
    EXPECT_EQ(plan.dates("a"), "2027-01-12..2027-01-18");
    EXPECT_EQ(said(plan.timetable), Said{});
    EXPECT_EQ(said(plan.with_start("a", "2027-01-11")).size(), 1u);
    EXPECT_EQ(plan.with_start("a", "2027-01-11").violations[0].kind, plan::ViolationKind::link);
}

TEST(Links, NameBothActivitiesWhenBroken) {
    const PlanCase plan(
        "activities:\n  a: {duration: 5wd, calendar: west}\n  b: {duration: 2wd, calendar: gulf, after: [a]}\n");
    const plan::Timetable moved = plan.with_start("b", "2027-01-07");
    ASSERT_EQ(moved.violations.size(), 1u);
    EXPECT_EQ(moved.violations[0].what, "b");
    EXPECT_EQ(moved.violations[0].other, "a");
    EXPECT_EQ(moved.violations[0].place, plan.plan.activities[1].after[0].place);
}

}  // namespace
}  // namespace masar::compile
