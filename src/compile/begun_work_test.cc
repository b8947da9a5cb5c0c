#include "compile/plan_case_test.h"

namespace masar::compile {
namespace {

TEST(Progress, FixesWhatIsFinished) {
    const PlanCase plan(R"(as-of: 2027-01-18
activities:
  a: {duration: 5wd, calendar: west, window: 2027-02-01.., status: finished, started: 2027-01-05, finished: 2027-01-12}
  b: {duration: 5wd, calendar: west, after: [a]}
)");
    EXPECT_EQ(plan.dates("a"), "2027-01-05..2027-01-12");
    EXPECT_EQ(plan.dates("b"), "2027-01-18..2027-01-22") << "what is planned lies on or after the status date";
    EXPECT_EQ(said(plan.timetable), Said{});
}

TEST(Progress, KeepsWhatRemainsFromTheStatusDate) {
    const auto finish = [](std::string_view remaining) {
        const PlanCase plan(
            "as-of: 2027-01-13\nactivities:\n  a: {duration: 10wd, calendar: west, status: started, started: 2027-01-05"
            + std::string(remaining) + "}\n");
        return plan.dates("a");
    };
    EXPECT_EQ(finish(", remaining: 2wd"), "2027-01-05..2027-01-14") << "Wednesday 13 and Thursday 14";
    EXPECT_EQ(finish(""), "2027-01-05..2027-01-18") << "six of ten days are worked: Wed, Thu, Fri, Mon remain";
}

TEST(Progress, UsesNothingOfThePast) {
    const PlanCase plan(R"(as-of: 2027-01-06
resources:
  planners: {owner: usa, capacity: 1}
activities:
  a: {duration: 4wd, calendar: daily, needs: {planners: 1}, status: started, started: 2027-01-04, remaining: 1wd}
  b: {duration: 2wd, calendar: daily, needs: {planners: 1}, status: started, started: 2027-01-04, remaining: 1wd}
)");
    EXPECT_EQ(plan.timetable.loads.at(0).load, (std::vector<std::int32_t>{0, 0, 2}));
    EXPECT_EQ(said(plan.timetable), Said{"resource planners 2027-01-06 1"});
}

TEST(Progress, SaysWhenWhatHasBegunWillBeLate) {
    const PlanCase plan(R"(as-of: 2027-01-11
activities:
  a: {duration: 3wd, calendar: daily, window: ..2027-01-12, status: started, started: 2027-01-04, remaining: 4wd}
)");
    EXPECT_EQ(plan.finish("a"), "2027-01-14");
    EXPECT_EQ(said(plan.timetable), Said{"window a 2027-01-13 2"});
}

TEST(Progress, LetsSuccessorsOfTheCancelledGoOn) {
    const PlanCase plan(R"(activities:
  a: {duration: 5wd, calendar: west, status: cancelled}
  b: {duration: 5wd, calendar: west, after: [a]}
gates:
  g: {by: 2027-03-01, requires: [a]}
)");
    EXPECT_FALSE(plan.at("a").chosen);
    EXPECT_EQ(plan.start("b"), "2027-01-04");
    ASSERT_EQ(plan.result.diagnostics.size(), 1u);
    EXPECT_EQ(plan.result.diagnostics[0].severity, base::Severity::note);
    EXPECT_EQ(plan.result.diagnostics[0].place, plan.plan.activities[1].after[0].place);
    EXPECT_FALSE(plan.timetable.gates.at(0).date);
}

TEST(Progress, MayNotLieBeforeThePlan) {
    planfile::ReadResult read = planfile::read_plan({{"plan.yaml", small_frame + R"(activities:
  a: {duration: 5wd, calendar: west, status: finished, started: 2026-12-01, finished: 2026-12-10}
)",
                                                      ""}});
    const CompileResult result = compile_plan(read.plan, {});
    EXPECT_FALSE(result.compiled);
    EXPECT_EQ(result.diagnostics.at(0).code, "MSR0701");
}

TEST(Horizon, ReachesPastTheEndOfThePlan) {
    std::string chain = "end: 2027-12-31\nactivities:\n  a0: {duration: 250wd, calendar: west}\n";
    for (int i = 1; i < 20; ++i)
        chain += "  a" + std::to_string(i) + ": {duration: 250wd, calendar: west, after: [a" + std::to_string(i - 1)
                 + "]}\n";
    const PlanCase plan(chain);
    EXPECT_EQ(plan.finish("a19"), "2046-03-02") << "5,000 working days are 1,000 weeks";
    EXPECT_EQ(said(plan.timetable), Said{});
}

TEST(Progress, StartsWhatIsPostponedNoSooner) {
    const PlanCase plan(R"(activities:
  a: {duration: 5wd, calendar: west, window: 2027-01-05.., postponed: [{to: 2027-03-01}, {to: 2027-02-01}]}
  b: {duration: 5wd, calendar: west, window: 2027-02-08.., postponed: [{to: 2027-02-01}]}
)");
    EXPECT_EQ(plan.start("a"), "2027-02-01") << "the last decision counts";
    EXPECT_EQ(plan.start("b"), "2027-02-08") << "the window may ask for more";
}

// 14 days from Monday 4 January end on the 18th; from the status date they would end on the 25th.
TEST(Progress, CountsAClockFromTheDayTheRequestWentOut) {
    const auto start = [](std::string_view sent) {
        const PlanCase plan(
            "as-of: 2027-01-11\napprovals:\n  apr: {steps: [{lead: 14ed}]}\nactivities:\n"
            "  a: {duration: 5wd, calendar: west, approvals: [apr]"
            + std::string(sent) + "}\n");
        return plan.start("a");
    };
    EXPECT_EQ(start(""), "2027-01-25");
    EXPECT_EQ(start(", requested: {apr: 2027-01-04}"), "2027-01-18");
}

}  // namespace
}  // namespace masar::compile
