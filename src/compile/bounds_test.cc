#include "compile/lead_time.h"
#include "compile/plan_case_test.h"

namespace masar::compile {
namespace {

using calendar::date_of;
using calendar::to_iso;

TEST(Windows, AreInclusiveAtBothEnds) {
    const PlanCase fits("activities:\n  a: {duration: 3wd, calendar: west, window: 2027-02-01..2027-02-03}\n");
    EXPECT_EQ(fits.dates("a"), "2027-02-01..2027-02-03");
    EXPECT_EQ(said(fits.timetable), Said{});
    const PlanCase late("activities:\n  a: {duration: 4wd, calendar: west, window: 2027-02-01..2027-02-03}\n");
    EXPECT_EQ(said(late.timetable), Said{"window a 2027-02-04 1"});
    EXPECT_EQ(late.timetable.violations[0].place, late.plan.activities[0].window.place);
    EXPECT_EQ(said(late.with_start("a", "2027-01-29")), Said{"window a 2027-01-29 3"}) << "Friday 29 to Wednesday 3";
}

// 3 days before the window and 3 after it are one thing to tell, and so is a status date later than the window's first day.
TEST(Windows, AreToldOncePerActivity) {
    const PlanCase both("activities:\n  a: {duration: 7wd, calendar: daily, window: 2027-02-04..2027-02-06}\n");
    const plan::Timetable moved = both.with_start("a", "2027-02-01");
    EXPECT_EQ(said(moved), Said{"window a 2027-02-01 3"});
    EXPECT_EQ(moved.violations[0].periods,
              (std::vector<calendar::DatePeriod>{{date_of(2027, 2, 1), date_of(2027, 2, 3)},
                                                 {date_of(2027, 2, 7), date_of(2027, 2, 7)}}));
    const PlanCase dated(
        "as-of: 2027-02-08\nactivities:\n  a: {duration: 2wd, calendar: daily, window: 2027-02-04..}\n");
    EXPECT_EQ(said(dated.with_start("a", "2027-02-01")), Said{"window a 2027-02-01 7"});
    EXPECT_EQ(dated.with_start("a", "2027-02-01").violations[0].place, dated.plan.as_of->place);
}

TEST(Windows, OfAMilestoneEndOnTheirLastDay) {
    const PlanCase plan("activities:\n  a: {duration: 0wd, calendar: west, window: 2027-02-01..2027-02-03}\n");
    EXPECT_EQ(plan.dates("a"), "2027-02-01..2027-02-01");
    EXPECT_EQ(said(plan.with_start("a", "2027-02-03")), Said{});
    EXPECT_EQ(said(plan.with_start("a", "2027-02-04")), Said{"window a 2027-02-04 1"});
}

TEST(Windows, OfAFinishHoldItBack) {
    const PlanCase one("activities:\n  a: {duration: 3wd, calendar: west, finishes: 2027-02-10..2027-02-28}\n");
    EXPECT_EQ(one.dates("a"), "2027-02-08..2027-02-10");
    const PlanCase two(R"(activities:
  a: {calendar: west, finishes: 2027-02-10..2027-02-28, modes: {slow: {duration: 3wd}, fast: {duration: 1wd}}}
)");
    EXPECT_EQ(two.dates("a"), "2027-02-08..2027-02-10") << "durations differ by mode: the bound is a link";
    EXPECT_EQ(said(two.with_start("a", "2027-02-05")), Said{"window a 2027-02-09 1"});
}

// No day may fall in the period, not even a day off; then it starts on the first working day after.
TEST(Avoid, MovesTheWholeActivityBehindThePeriod) {
    const PlanCase plan(R"(periods:
  visit: {on: [2027-01-09..2027-01-12]}
activities:
  short: {duration: 5wd, calendar: west, avoid: visit}
  long: {duration: 6wd, calendar: west, avoid: visit}
)");
    EXPECT_EQ(plan.dates("short"), "2027-01-04..2027-01-08");
    EXPECT_EQ(plan.dates("long"), "2027-01-13..2027-01-20");
    const plan::Timetable moved = plan.with_start("short", "2027-01-08");
    EXPECT_EQ(said(moved), Said{"avoid short visit 2027-01-09 4"});
    EXPECT_EQ(moved.violations[0].periods,
              (std::vector<calendar::DatePeriod>{{date_of(2027, 1, 9), date_of(2027, 1, 12)}}));
}

TEST(Avoid, FollowsTheMoonWhenTold) {
    constexpr std::string_view text = R"(periods:
  ramadan: {hijri: 09, status: estimated}
activities:
  a: {duration: 2wd, calendar: daily, avoid: ramadan, window: 2027-02-10..}
)";
    EXPECT_EQ(PlanCase(text).start("a"), "2027-03-09") << "1448-09 is 8 February to 8 March 2027";
    EXPECT_EQ(PlanCase(text, {.islamic_shift_days = 1}).start("a"), "2027-03-10");
    EXPECT_EQ(PlanCase(text, {.islamic_shift_days = -1}).start("a"), "2027-03-08");
}

// The Texas season: an exercise in Texas may not fall between June and November.
std::string season(std::string_view force, std::string_view waiver) {
    const PlanCase plan(R"(periods:
  hurricanes: {every: 06-01..11-30}
rules:
  texas-season: {force: )"
                        + std::string(force) + R"(, types: [exercise], places: [us-tx], not-during: [hurricanes]}
waivers: [)" + std::string(waiver)
                        + R"(]
activities:
  a: {type: exercise, place: us-tx, duration: 5wd, calendar: daily, window: 2027-07-01..}
)");
    return plan.start("a");
}

TEST(Rules, BindUnlessWaived) {
    EXPECT_EQ(season("policy", ""), "2027-12-01");
    EXPECT_EQ(season("law", ""), "2027-12-01");
    EXPECT_EQ(season("preference", ""), "2027-07-01") << "a preference is no constraint";
    EXPECT_EQ(
        season("policy", "{rule: texas-season, activity: a, role: coordinator, reason: {en: Agreed, ar: اتفق عليه}}"),
        "2027-07-01");
    EXPECT_EQ(season("policy",
                     "{rule: texas-season, activity: a, role: coordinator, reason: {en: Agreed, ar: اتفق عليه}, until: "
                     "2027-07-05}"),
              "2027-07-01")
        << "1 to 5 July are waived, and that is all it takes";
    EXPECT_EQ(season("policy",
                     "{rule: texas-season, activity: a, role: coordinator, reason: {en: Agreed, ar: اتفق عليه}, until: "
                     "2027-07-04}"),
              "2027-12-01")
        << "the fifth day is not waived";
}

TEST(Rules, OfLawAreNeverWaived) {
    planfile::ReadResult read = planfile::read_plan({{"plan.yaml", small_frame + R"(periods:
  hurricanes: {every: 06-01..11-30}
rules:
  season: {force: law, not-during: [hurricanes]}
activities:
  a: {duration: 5wd, calendar: daily, window: 2027-07-01..}
)",
                                                      ""}});
    plan::Waiver waiver;
    waiver.rule.value = plan::RuleIndex{0};
    waiver.activity.value = plan::ActivityIndex{0};
    read.plan.waivers.push_back(waiver);
    const CompileResult result = compile_plan(read.plan, {});
    EXPECT_EQ(to_iso(earliest_timetable(read.plan, *result.compiled).activities[0].start), "2027-12-01");
}

TEST(Rules, AreNamedWhenBroken) {
    const PlanCase plan(R"(periods:
  hurricanes: {every: 06-01..11-30}
rules:
  season: {force: policy, effective: 2028-01-01.., not-during: [hurricanes]}
activities:
  a: {duration: 2wd, calendar: daily}
)");
    EXPECT_EQ(said(plan.with_start("a", "2027-07-01")), Said{}) << "not yet in effect";
    EXPECT_EQ(said(plan.with_start("a", "2028-05-31")), Said{"rule a season 2028-06-01 1"});
}

TEST(Rules, LimitWhatAnActivityMayCost) {
    const PlanCase plan(R"(funds:
  usa-fund: {owner: usa}
rules:
  cap: {force: law, funds: [usa-fund], cost-limit: 100k USD}
activities:
  a: {duration: 2wd, calendar: daily, lead: us-dod, cost: 120k USD, shares: {usa-fund: 100%}}
  b: {duration: 2wd, calendar: daily, lead: us-dod, cost: 100k USD, shares: {usa-fund: 100%}}
)");
    EXPECT_EQ(said(plan.timetable), Said{"rule a cap 2027-01-04 2000000"});
    EXPECT_EQ(plan.timetable.violations[0].currency.code(), "USD");
}

constexpr std::string_view two_step_approval = R"(approvals:
  apr: {steps: [{name: Concept, lead: 10ed}, {name: Consent, lead: 5wd}]}
activities:
  a: {duration: 2wd, calendar: west, approvals: [apr])";

// Asked on Monday 11 January: ten days later is Thursday 21; the fifth working day after that is Thursday 28.
TEST(NoticeClocks, BindThroughTheStatusDate) {
    const PlanCase plan("as-of: 2027-01-11\n" + std::string(two_step_approval) + "}\n");
    EXPECT_EQ(plan.start("a"), "2027-01-28");
    ASSERT_EQ(plan.timetable.notices.size(), 1u);
    EXPECT_EQ(to_iso(plan.timetable.notices[0].request_by), "2027-01-11");
    EXPECT_TRUE(plan.timetable.notices[0].binds);
    EXPECT_EQ(said(plan.with_start("a", "2027-01-27")), Said{"notice a apr 2027-01-27 1"});
    EXPECT_EQ(plan.with_start("a", "2027-01-27").violations[0].place, plan.plan.activities[0].approvals[0].place);
}

TEST(NoticeClocks, BindThroughRequestAfter) {
    const PlanCase plan(std::string(two_step_approval) + ", request-after: 2027-02-01}\n");
    EXPECT_EQ(plan.start("a"), "2027-02-18") << "1 + 10 = Thursday 11; Fri 12, Mon 15, Tue, Wed, Thu 18";
}

TEST(NoticeClocks, OnlyWarnOtherwise) {
    const PlanCase plan(std::string(two_step_approval) + "}\n");
    EXPECT_EQ(plan.start("a"), "2027-01-04");
    EXPECT_EQ(to_iso(plan.timetable.notices.at(0).request_by), "2026-12-18")
        << "Mon 4 back over 4 1 31 30 29 to 28, and 10 days";
    EXPECT_FALSE(plan.timetable.notices[0].binds);
}

TEST(NoticeClocks, ThatCannotBeMetBreakTheWindow) {
    const PlanCase plan("as-of: 2027-01-11\n" + std::string(two_step_approval) + ", window: 2027-01-11..2027-01-22}\n");
    EXPECT_EQ(said(plan.timetable), Said{"window a 2027-01-23 7"});
}

// Golden NOTIFY-1 (10 USC 341(b)(1)): an activity that starts on 2028-04-30 is notified on 2028-04-15 at the latest.
TEST(NoticeClocks, OfTheLaw) {
    const PlanCase plan(R"(rules:
  notify-15: {force: law, types: [exercise], notice: 15ed, counts-from: {en: the day of the notification, ar: يوم الإخطار}}
activities:
  a: {type: exercise, duration: 2wd, calendar: daily, window: 2028-04-30..}
)");
    ASSERT_EQ(plan.timetable.notices.size(), 1u);
    EXPECT_EQ(to_iso(plan.timetable.notices[0].request_by), "2028-04-15");
    EXPECT_EQ(plan.timetable.notices[0].rule.value, 0);
    const PlanCase bound(R"(as-of: 2028-04-20
rules:
  notify-15: {force: law, types: [exercise], notice: 15ed}
activities:
  a: {type: exercise, duration: 2wd, calendar: daily, window: 2028-04-30..}
)");
    EXPECT_EQ(bound.start("a"), "2028-05-05");
    EXPECT_TRUE(bound.timetable.notices.at(0).binds);
}

TEST(LeadTime, ThereAndBackAgain) {
    const PlanCase plan("activities:\n  a: {duration: 1wd, calendar: west}\n");
    const calendar::WorkingCalendar& west = plan.result.compiled->calendar_of(plan.plan.activities[0]);
    const std::vector<plan::LeadTime> leads{{3, true}, {4, false}, {2, true}};
    for (int day = 0; day < 60; ++day) {
        const calendar::Date start = date_of(2027, 3, 1) + std::chrono::days(day);
        const calendar::Date request = latest_request(start, leads, west);
        EXPECT_LE(first_day_allowed(request, leads, west), start);
        EXPECT_GT(first_day_allowed(request + std::chrono::days(1), leads, west), start) << to_iso(start);
    }
}

}  // namespace
}  // namespace masar::compile
