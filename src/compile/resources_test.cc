#include "compile/plan_case_test.h"

namespace masar::compile {
namespace {

using calendar::date_of;
using Periods = std::vector<calendar::DatePeriod>;

TEST(Pools, KeepToADatedReduction) {
    const PlanCase plan(R"(resources:
  planners: {owner: usa, capacity: 3, reductions: {2027-01-06..2027-01-07: 1}}
activities:
  a: {duration: 5wd, calendar: west, needs: {planners: 2}}
)");
    EXPECT_EQ(said(plan.timetable), Said{"resource planners 2027-01-06 1"});
    EXPECT_EQ(plan.timetable.violations[0].periods, (Periods{{date_of(2027, 1, 6), date_of(2027, 1, 7)}}));
    EXPECT_EQ(plan.timetable.violations[0].place, plan.plan.resources[0].reductions[0].place);
    EXPECT_EQ(plan.timetable.loads.at(0).capacity, (std::vector<std::int32_t>{3, 3, 1, 1, 3}));
    EXPECT_EQ(plan.timetable.loads.at(0).load, (std::vector<std::int32_t>{2, 2, 2, 2, 2}));
    EXPECT_EQ(said(plan.with_start("a", "2027-01-08")), Said{});
}

TEST(Pools, AreUsedOnTheActivitysOwnWorkingDays) {
    const PlanCase plan(R"(resources:
  planners: {owner: usa, capacity: 3}
activities:
  a: {duration: 5wd, calendar: west, needs: {planners: 2}}
  b: {duration: 5wd, calendar: gulf, needs: {planners: 1}}
)");
    // Mon … Thu both; Fri only a; Sat none; Sun only b.
    EXPECT_EQ(plan.timetable.loads.at(0).load, (std::vector<std::int32_t>{3, 3, 3, 3, 2, 0, 1}));
    EXPECT_EQ(said(plan.timetable), Said{});
}

TEST(Calendars, AreTheLeadsUnlessStated) {
    const PlanCase plan(R"(activities:
  own: {duration: 6wd, lead: us-dod, calendar: gulf}
  leads: {duration: 6wd, lead: us-dod}
  nobodys: {duration: 6wd}
)");
    EXPECT_EQ(plan.finish("own"), "2027-01-11") << "Monday to Thursday, Sunday, Monday";
    EXPECT_EQ(plan.finish("leads"), "2027-01-11") << "Monday to Friday, Monday";
    EXPECT_EQ(plan.finish("nobodys"), "2027-01-09");
}

TEST(Pools, GiveOneViolationWithAllStretches) {
    const PlanCase plan(R"(resources:
  planners: {owner: usa, capacity: 4}
activities:
  a: {duration: 1wd, calendar: daily, needs: {planners: 4}}
  b: {duration: 1wd, calendar: daily, needs: {planners: 1}}
  c: {duration: 1wd, calendar: daily, needs: {planners: 4}, window: 2027-02-01..}
  d: {duration: 1wd, calendar: daily, needs: {planners: 3}, window: 2027-02-01..}
)");
    EXPECT_EQ(said(plan.timetable), Said{"resource planners 2027-01-04 3"});
    EXPECT_EQ(plan.timetable.violations[0].periods.size(), 2u);
}

TEST(YearlyResources, AreChargedInTheYearOfTheStart) {
    const PlanCase plan(R"(resources:
  range: {owner: usa, capacity: 100, unit: hour, per: year of usa}
activities:
  a: {duration: 5wd, calendar: daily, needs: {range: 80}, window: 2027-09-28..}
  b: {duration: 5wd, calendar: daily, needs: {range: 40}, after: [a]}
  c: {duration: 5wd, calendar: daily, needs: {range: 30}, window: 2027-03-01..}
)");
    EXPECT_EQ(said(plan.timetable), Said{"resource range 2027 2027-09-28 10"})
        << "a ends in FY2028 but starts in FY2027";
    ASSERT_EQ(plan.timetable.year_loads.size(), 2u);
    EXPECT_EQ(plan.timetable.year_loads[0].load, 110);
    EXPECT_EQ(plan.timetable.year_loads[1].load, 40);
    EXPECT_EQ(plan.timetable.year_loads[1].year, 2028);
    EXPECT_EQ(plan.timetable.year_loads[1].capacity, 100);
}

TEST(Stocks, MustNotRunOut) {
    const PlanCase plan(R"(stocks:
  kits: {initial: 3, minimum: 0}
activities:
  a: {duration: 2wd, calendar: daily, takes: {kits: 2}, gives: {kits: 2}}
  b: {duration: 2wd, calendar: daily, takes: {kits: 2}, gives: {kits: 2}}
)");
    EXPECT_EQ(said(plan.timetable), Said{"stock kits 2027-01-04 1"});
    EXPECT_EQ(said(plan.with_start("b", "2027-01-06")), Said{});
}

TEST(Options, AreOffUnlessChosen) {
    constexpr std::string_view text = R"(activities:
  a: {duration: 2wd, calendar: daily}
  extra: {duration: 2wd, calendar: daily, optional: true, value: 3, after: [a]}
  after-extra: {duration: 1wd, calendar: daily, after: [a, extra]}
)";
    const PlanCase off(text);
    EXPECT_FALSE(off.at("extra").chosen);
    EXPECT_EQ(off.start("after-extra"), "2027-01-06");
    const PlanCase on(text, {.also_chosen = {plan::ActivityIndex{1}}});
    EXPECT_TRUE(on.at("extra").chosen);
    EXPECT_EQ(on.start("after-extra"), "2027-01-08");
}

TEST(Choices, AreMadeWhereTheyAreDemanded) {
    const PlanCase plan(R"(activities:
  one: {duration: 2wd, calendar: daily, optional: true}
  two: {duration: 2wd, calendar: daily, optional: true}
  three: {duration: 2wd, calendar: daily, optional: true}
  four: {duration: 2wd, calendar: daily, optional: true}
choices:
  course: {exactly: 1, of: [one, two]}
  both: {when: one, then: [three]}
  free: {at-most: 1, of: [four]}
)");
    EXPECT_TRUE(plan.at("one").chosen);
    EXPECT_FALSE(plan.at("two").chosen);
    EXPECT_TRUE(plan.at("three").chosen);
    EXPECT_FALSE(plan.at("four").chosen);
    EXPECT_EQ(said(plan.timetable), Said{});
    const CompileOptions too_many{.also_chosen = {plan::ActivityIndex{0}, plan::ActivityIndex{1}}};
    EXPECT_EQ(said(earliest_timetable(plan.plan, *compile_plan(plan.plan, too_many).compiled)),
              Said{"choice course 2027-01-04 1"});
}

TEST(Gates, CountTheirLateness) {
    const PlanCase plan(R"(gates:
  soft: {by: 2027-01-07, requires: [a]}
  hard: {by: 2027-01-07, requires: [a, m], firm: true}
  open: {by: 2027-01-07, requires: [a, extra]}
activities:
  a: {duration: 5wd, calendar: daily}
  m: {duration: 0wd, calendar: daily, after: [a]}
  extra: {duration: 2wd, calendar: daily, optional: true}
)");
    ASSERT_EQ(plan.timetable.gates.size(), 3u);
    EXPECT_EQ(plan.timetable.gates[0].late_days, 1);
    EXPECT_EQ(plan.timetable.gates[1].late_days, 2) << "the milestone stands on the day after the work";
    EXPECT_FALSE(plan.timetable.gates[2].date) << "an option left out is required";
    EXPECT_EQ(said(plan.timetable), Said{"gate hard 2027-01-07 2"});
    EXPECT_EQ(plan.timetable.violations[0].place, plan.plan.gates[1].due.place);
}

TEST(Floats, AreWorkingDaysOfTheActivitysCalendar) {
    const PlanCase plan(R"(activities:
  long: {duration: 10wd, calendar: west}
  short: {duration: 3wd, calendar: west}
  end: {duration: 1wd, calendar: west, after: [long, short]}
)");
    EXPECT_EQ(plan.at("short").total_float, 7);
    EXPECT_EQ(plan.at("short").free_float, 7);
    EXPECT_FALSE(plan.at("short").critical);
    EXPECT_TRUE(plan.at("long").critical);
    EXPECT_EQ(calendar::to_iso(plan.at("short").latest_finish.value()), "2027-01-15");
    EXPECT_EQ(calendar::to_iso(plan.timetable.end.value()), "2027-01-18");
}

}  // namespace
}  // namespace masar::compile
