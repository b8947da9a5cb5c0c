#include "compile/plan_case_test.h"

#include <algorithm>

namespace masar::compile {
namespace {

/// "activity rule first-day cost" of each preference not kept.
Said given_up(const plan::Plan& plan, const plan::Timetable& timetable) {
    Said lines;
    for (const plan::GivenUp& each : timetable.given_up)
        lines.push_back(plan.activities[each.activity.at()].id + " " + plan.rules[each.rule.at()].id + " "
                        + calendar::to_iso(each.when) + " " + std::to_string(each.cost));
    return lines;
}

Said given_up(const PlanCase& plan, std::string_view id, std::string_view start) {
    const plan::Timetable timetable = plan.with_start(id, start);
    EXPECT_EQ(said(timetable), Said{}) << "a preference breaks no limit";
    return given_up(plan.plan, timetable);
}

std::string august(std::string_view rest) {
    return R"(periods:
  august: {every: 08-01..08-31}
rules:
  no-visits: {force: preference, weight: 5, types: [exercise], not-during: [august])"
           + std::string(rest);
}

constexpr std::string_view two_activities = R"(activities:
  a: {type: exercise, duration: 5wd, calendar: west, window: 2027-06-01..}
  b: {duration: 5wd, calendar: west, window: 2027-08-02..}
)";

// 2027-08-01 is a Sunday, 31 August a Tuesday.
TEST(Wishes, CostTheRulesWeightOnceWhereADayFallsIntoItsPeriods) {
    const PlanCase plan(august("}\n") + std::string(two_activities));
    EXPECT_EQ(plan.plan.aims.back(), plan::ObjectiveOrder::preferences) << "where the aims are silent, last";
    EXPECT_EQ(plan.result.compiled->problem.data().objectives.back(), problem::Objective::wishes);
    EXPECT_EQ(given_up(plan, "a", "2027-07-26"), Said{}) << "ends on Friday 30 July";
    EXPECT_EQ(given_up(plan, "a", "2027-07-27"), Said{"a no-visits 2027-08-01 5"}) << "over a Sunday in August";
    EXPECT_EQ(given_up(plan, "a", "2027-08-31"), Said{"a no-visits 2027-08-31 5"});
    EXPECT_EQ(given_up(plan, "a", "2027-09-01"), Said{});
    EXPECT_EQ(given_up(plan, "b", "2027-08-02"), Said{}) << "of another type";
}

TEST(Wishes, AreValuedAsTheProblemSays) {
    const PlanCase plan(august("}\n") + R"(activities:
  a: {type: exercise, duration: 5wd, calendar: west, window: 2027-08-02..}
  b: {type: exercise, duration: 5wd, calendar: west, window: 2027-08-02..}
)");
    EXPECT_EQ(plan.timetable.objective.back(), 10);
    EXPECT_EQ(given_up(plan.plan, plan.timetable), (Said{"a no-visits 2027-08-02 5", "b no-visits 2027-08-02 5"}));
}

TEST(Wishes, HoldWhileTheRuleIsInEffectAndNotWaived) {
    const PlanCase later(august(", effective: 2028-01-01..}\n") + std::string(two_activities));
    EXPECT_EQ(given_up(later, "a", "2027-08-02"), Said{});
    EXPECT_EQ(given_up(later, "a", "2028-08-01"), Said{"a no-visits 2028-08-01 5"});
    const PlanCase waived(
        august("}\nwaivers: [{rule: no-visits, activity: a, role: lead, reason: {en: Agreed, ar: اتفق عليه}}]\n")
        + std::string(two_activities));
    EXPECT_EQ(given_up(waived, "a", "2027-08-02"), Said{});
}

TEST(Wishes, StandWhereTheAimsPutThem) {
    const PlanCase plan("aims: [preferences, end]\n" + august("}\n") + std::string(two_activities));
    EXPECT_EQ(plan.plan.aims, (std::vector{plan::ObjectiveOrder::preferences, plan::ObjectiveOrder::end}));
    EXPECT_EQ(plan.result.compiled->problem.data().objectives,
              (std::vector{problem::Objective::wishes, problem::Objective::makespan}));
}

TEST(Wishes, OfANoticeRunFromTheFirstRequest) {
    const std::string rules = R"(rules:
  early-word: {force: preference, types: [exercise], notice: 30ed}
activities:
  a: {type: exercise, duration: 5wd, calendar: daily}
)";
    const PlanCase clock("as-of: 2027-01-10\n" + rules);
    EXPECT_EQ(clock.start("a"), "2027-01-10") << "nothing holds it back";
    EXPECT_EQ(given_up(clock, "a", "2027-02-08"), Said{"a early-word 2027-02-08 1"});
    EXPECT_EQ(given_up(clock, "a", "2027-02-09"), Said{});
    ASSERT_EQ(clock.timetable.notices.size(), 1u) << "the notice is listed all the same";
    EXPECT_EQ(given_up(PlanCase(rules), "a", "2027-01-04"), Said{}) << "no status date, no clock";
}

TEST(Wishes, OfACostLimitAreAgainstModes) {
    const PlanCase plan(R"(funds:
  usa-fund: {owner: usa}
periods:
  august: {every: 08-01..08-31}
rules:
  modest: {force: preference, weight: 2, funds: [usa-fund], cost-limit: 100k USD, not-during: [august]}
activities:
  a:
    calendar: daily
    lead: us-dod
    shares: {usa-fund: 100%}
    window: 2027-07-01..
    modes: {fast: {duration: 2wd, cost: 120k USD}, slow: {duration: 5wd, cost: 90k USD}}
)");
    EXPECT_EQ(given_up(plan, "a", "2027-07-01"), Said{"a modest 2027-07-01 2"}) << "fast is dear";
    EXPECT_EQ(given_up(plan, "a", "2027-08-01"), Said{"a modest 2027-08-01 2"}) << "dear and in August: once";
    problem::Schedule slow{{plan.result.compiled->days.day(plan.at("a").start)}, {1}};
    EXPECT_EQ(problem::objective_values(plan.result.compiled->problem, slow).back(), 0);
}

TEST(Wishes, AreNotHeldAgainstWhatHasBegun) {
    const PlanCase plan("as-of: 2027-08-10\n" + august("}\n") + R"(activities:
  a: {type: exercise, duration: 5wd, calendar: west, status: started, started: 2027-08-02}
)");
    EXPECT_TRUE(plan.result.compiled->problem.data().wishes.empty());
}

}  // namespace
}  // namespace masar::compile
