// Conflicts of small plans that can be seen by eye.
#include "app/explain_plan.h"

#include "app/explain_case_test.h"
#include "app/explain_instance.h"
#include "app/memory_files.h"
#include "report/json_explanation.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

using plan::ExplanationStatus;
using plan::MemberKind;
using plan::RepairKind;

const std::string frame = R"(masar: 1
title: {en: A small plan, ar: خطة صغيرة}
start: 2027-01-04
sides:
  uae: {calendar: week, fiscal-year: january, currency: AED}
  usa: {calendar: week, fiscal-year: october, currency: USD}
calendars:
  week: {works: [mon, tue, wed, thu, fri]}
)";

ExplainedPlan explained(const std::string& text, ExplainOptions options = {}) {
    const MemoryFiles files({{"plan.yaml", frame + text}});
    auto result = explain_plan(files, "plan.yaml", options);
    EXPECT_TRUE(result) << result.error().message.en;
    EXPECT_TRUE(result->explanation) << result->diagnostics.front().message.en;
    return *std::move(result);
}

TEST(ExplainPlan, SaysSoWhenThereIsNothingToExplain) {
    const auto result = explained("activities:\n  a: {duration: 5wd}\n");
    EXPECT_EQ(result.explanation->status, ExplanationStatus::fits);
    EXPECT_TRUE(result.explanation->conflicts.empty());
}

// Five working days from Monday 4 January end on Friday 8; the window ends on Thursday 7, one working day too early.
TEST(ExplainPlan, AWindowOneDayShortIsMendedByOneDay) {
    const auto result = explained("activities:\n  a: {duration: 5wd, window: ..2027-01-07}\n");
    const plan::Explanation& explanation = *result.explanation;
    EXPECT_EQ(explanation.status, ExplanationStatus::infeasible);
    EXPECT_TRUE(explanation.conflicts.front().minimal);
    EXPECT_EQ(members(explanation), "0 a, 3 a");
    const plan::Repair* moved = repair(explanation, RepairKind::move_finish);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(moved->working_days, 1);
    EXPECT_EQ(calendar::to_iso(*moved->to_day), "2027-01-08");
    EXPECT_TRUE(moved->least);
    EXPECT_TRUE(explanation.mended);
}

// check refuses it as a whole; here it is the answer.
TEST(ExplainPlan, ANeedAboveItsCapacityIsExplained) {
    const auto result = explained(
        "resources:\n  legal: {owner: uae, capacity: 2}\n"
        "activities:\n  a: {duration: 5wd, needs: {legal: 3}}\n  b: {duration: 5wd, needs: {legal: 2}}\n");
    const plan::Explanation& explanation = *result.explanation;
    EXPECT_EQ(members(explanation), "0 a, 12 legal");
    const plan::Repair* raised = repair(explanation, RepairKind::raise_capacity);
    ASSERT_NE(raised, nullptr);
    EXPECT_EQ(raised->from, 2);
    EXPECT_EQ(raised->to, 3);
    const plan::Repair* lowered = repair(explanation, RepairKind::lower_need);
    ASSERT_NE(lowered, nullptr);
    EXPECT_EQ(lowered->to, 2);
}

// Two of 10 working days each need the one venue within the same three weeks: it is short from their first possible day to the last.
TEST(ExplainPlan, SaysOnWhichDaysACapacityMatters) {
    const auto result = explained(
        "resources:\n  venue: {owner: uae, capacity: 1}\nactivities:\n"
        "  a: {duration: 10wd, calendar: week, window: 2027-02-01..2027-02-19, needs: {venue: 1}}\n"
        "  b: {duration: 10wd, calendar: week, window: 2027-02-01..2027-02-19, needs: {venue: 1}}\n");
    const plan::Conflict& conflict = result.explanation->conflicts.front();
    EXPECT_EQ(conflict.members.size(), 7U);
    for (const plan::ConflictMember& each : conflict.members)
        if (each.kind == MemberKind::capacity) {
            ASSERT_TRUE(each.days);
            EXPECT_GE(calendar::to_iso(each.days->first), "2027-02-01");
            EXPECT_LE(calendar::to_iso(each.days->last), "2027-02-19");
        }
    const plan::Repair* later = repair(*result.explanation, RepairKind::move_finish);
    ASSERT_NE(later, nullptr);
    EXPECT_EQ(later->working_days, 5);  // 20 days of work in 15
}

// Two obligations of 60 and 70 in a year with 100: 30 more, and not a cent less.
TEST(ExplainPlan, ACeilingIsRaisedByTheLeastThatHelps) {
    const auto result = explained(
        "funds:\n  f: {owner: usa, ceiling: {FY2027: 100k USD, FY2028: 0 USD, FY2029: 0 USD, FY2030: 0 USD, FY2031: 0 "
        "USD}}\n"
        "activities:\n  a: {duration: 5wd, cost: {f: 60k USD}, window: ..2027-09-30}\n"
        "  b: {duration: 5wd, cost: {f: 70k USD}, window: ..2027-09-30}\n");
    const plan::Repair* raised = repair(*result.explanation, RepairKind::raise_ceiling);
    ASSERT_NE(raised, nullptr);
    EXPECT_EQ(raised->to - raised->from, 3'000'000);
    EXPECT_EQ(raised->target.year, 2027);
}

// a ends in September 2027, b begins after it; c may be paid from either year, each of which has 100 and too little left.
TEST(ExplainPlan, TellsFromWhichYearEachCostMustBePaid) {
    const std::string text = told(explained(
        "funds:\n  f: {owner: usa, ceiling: {FY2027: 100k USD, FY2028: 100k USD, FY2029: 0 USD, FY2030: 0 USD, FY2031: 0 "
        "USD}}\n"
        "activities:\n  a: {duration: 5wd, cost: {f: 20k USD}, window: ..2027-09-30}\n"
        "  b: {duration: 5wd, cost: {f: 70k USD}, window: 2027-10-01..2028-06-30}\n"
        "  c: {duration: 5wd, cost: {f: 90k USD}, window: ..2028-06-30}\n"));
    EXPECT_NE(text.find("The costs of 1 activity can only fall due in FY2027, 20,000 USD in all: a (20,000 USD)"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("The costs of 1 activity can only fall due in FY2028, 70,000 USD in all: b (70,000 USD)"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("may fall due in these years: c (90,000 USD, FY2027..FY2028)"), std::string::npos) << text;
}

// Of a capacity of 5, two that need 3 each do not fit in at a time.
TEST(ExplainPlan, NamesThoseThatDoNotFitAtATime) {
    const std::string text =
        told(explained("resources:\n  staff: {owner: uae, capacity: 5}\nactivities:\n"
                       "  a: {duration: 10wd, calendar: week, window: 2027-02-01..2027-02-19, needs: {staff: 3}}\n"
                       "  b: {duration: 10wd, calendar: week, window: 2027-02-01..2027-02-19, needs: {staff: 3}}\n"));
    EXPECT_NE(text.find("; no two of these fit in at a time: a (3), b (3)"), std::string::npos) << text;
}

// Three of 4 working days each need the one lab within two weeks: 12 of 10, although any two fit.
TEST(ExplainPlan, TellsHowMuchOfACapacityIsNeededWhereverTheWorkIsPut) {
    const std::string line = ": {duration: 4wd, calendar: week, window: 2027-02-01..2027-02-12, needs: {lab: 1}}\n";
    const auto result = explained("resources:\n  lab: {owner: uae, capacity: 1}\nactivities:\n  a" + line + "  b" + line
                                  + "  c" + line);
    const std::string text = told(result);
    EXPECT_NE(text.find("lab has a capacity of 1 on 2027-02-01..2027-02-12"), std::string::npos) << text;
    EXPECT_NE(
        text.find("lab has 10 working days to give on those days; wherever they are put, these 3 activities need 12 "
                  "of them: a (4), b (4), c (4)"),
        std::string::npos)
        << text;
    EXPECT_EQ(sentences(result), 3U);  // the capacity, the use, the windows
}

// b and c follow a, and d has a window of its own: a needs nothing of the lab and none of it is used before its end.
TEST(ExplainPlan, CountsWorkThatLinksHoldWhereItIs) {
    const auto result = explained(
        "resources:\n  lab: {owner: uae, capacity: 2}\nactivities:\n"
        "  a: {duration: 5wd, calendar: week, window: 2027-02-01..}\n"
        "  b: {duration: 5wd, calendar: week, after: a, window: ..2027-02-16, needs: {lab: 2}}\n"
        "  c: {duration: 5wd, calendar: week, after: a, window: ..2027-02-16, needs: {lab: 1}}\n");
    const std::string text = told(result);
    // From Monday 8 to Tuesday 16 February the lab can do 2 x 7 days of work; b and c need 10 + 5.
    EXPECT_NE(
        text.find("lab has 14 working days to give on those days; wherever they are put, these 2 activities need 15 "
                  "of them: b (10), c (5)"),
        std::string::npos)
        << text;
    EXPECT_EQ(members(*result.explanation), "0 a, 0 b, 0 c, 1 a, 12 lab, 3 b, 3 c, 4 b, 4 c");
}

TEST(ExplainPlan, ASeasonThatARuleForbidsTooIsOneStatement) {
    const auto result = explained(
        "activity-types: {drill: {}}\nperiods: {storms: {every: 06-01..11-30}}\n"
        "rules:\n  season: {force: policy, types: [drill], not-during: storms}\n"
        "activities:\n  a: {duration: 5wd, type: drill, avoid: storms, window: 2027-07-05..2027-07-16}\n");
    const plan::Explanation& explanation = *result.explanation;
    const plan::Repair* allowed = repair(explanation, RepairKind::allow_period);
    ASSERT_NE(allowed, nullptr);
    EXPECT_EQ(allowed->waived.size(), 1U);
    const std::string text =
        report::explanation_text(result.plan, explanation, report::Reader(result.plan), base::Language::en);
    EXPECT_NE(text.find("season"), std::string::npos);
}

TEST(ExplainPlan, TwoClashesAreTwoAndBothFirstRepairsMendThePlan) {
    const auto result = explained(
        "resources:\n  lab: {owner: uae, capacity: 1}\nactivities:\n"
        "  a: {duration: 5wd, window: ..2027-01-07}\n  b: {duration: 5wd, needs: {lab: 2}}\n");
    const plan::Explanation& explanation = *result.explanation;
    EXPECT_EQ(explanation.conflicts.size(), 2U);
    EXPECT_TRUE(explanation.mended);
}

const std::string gate_plan = R"(activities:
  a: {duration: 10wd, calendar: week}
  b: {duration: 5wd, calendar: week, after: a}
gates:
  ready: {by: 2027-01-15, requires: [b]}
)";

// Fifteen working days from 4 January end on 22 January, a week after the date.
TEST(ExplainPlan, ALateGateIsLateAndNotImpossible) {
    const auto result = explained(gate_plan);
    EXPECT_EQ(result.explanation->status, ExplanationStatus::late);
    EXPECT_EQ(members(*result.explanation), "0 a, 0 b, 18 ready, 4 b");
    const plan::Repair* moved = repair(*result.explanation, RepairKind::move_gate);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(calendar::to_iso(*moved->to_day), "2027-01-22");
}

TEST(ExplainPlan, TellsTheDateReachedOrTheFirstThatCanBe) {
    ExplainOptions options;
    options.gate = "ready";
    options.by = calendar::parse_iso("2027-01-29");
    const auto possible = explained(gate_plan, options);
    EXPECT_EQ(possible.explanation->status, ExplanationStatus::fits);
    EXPECT_EQ(calendar::to_iso(possible.explanation->reached.front().date.value()), "2027-01-22");
    options = {};
    options.activity = "b";
    options.by = calendar::parse_iso("2027-01-20");
    const auto late = explained(gate_plan, options);
    EXPECT_EQ(late.explanation->status, ExplanationStatus::late);
    EXPECT_EQ(calendar::to_iso(*repair(*late.explanation, RepairKind::move_asked)->to_day), "2027-01-22");
}

// 0.5 + 0.1 is 0.1 short of 0.7; the option not taken would add just that.
TEST(ExplainPlan, SaysWhatACriterionLacks) {
    ExplainOptions options;
    options.criteria = true;
    const auto result = explained(R"(indicators:
  skill: {baseline: 0.5 on 2027-01-04, unit: ratio, better: up}
activities:
  a: {duration: 5wd, effects: {skill: +0.1}}
  more: {duration: 5wd, effects: {skill: +0.1}, optional: true}
gates:
  ready: {by: 2027-03-01, requires: [a], when: {skill: ">= 0.7"}}
)",
                                  options);
    EXPECT_EQ(result.explanation->status, ExplanationStatus::late);
    ASSERT_EQ(result.explanation->criteria.size(), 1U);
    const plan::FailedCriterion& failed = result.explanation->criteria.front();
    EXPECT_NEAR(failed.value.value(), 0.6, 1e-9);
    ASSERT_EQ(failed.helpful.size(), 1U);
    EXPECT_EQ(result.plan.activities[failed.helpful.front().at()].id, "more");
}

const std::string private_plan = R"(resources:
  secret-cell: {owner: uae, capacity: 7, release: [uae]}
activities:
  a: {duration: 5wd, needs: {secret-cell: 9}}
)";

TEST(ExplainPlan, TellsASideNothingOfWhatIsNotReleased) {
    const auto result = explained(private_plan);
    const plan::Explanation& explanation = *result.explanation;
    const report::Reader usa(result.plan, base::index_of<plan::SideIndex>(1));
    for (const std::string& told : {report::explanation_text(result.plan, explanation, usa, base::Language::en),
                                    report::explanation_text(result.plan, explanation, usa, base::Language::ar),
                                    report::explanation_json(result.plan, explanation, usa)}) {
        for (const char* canary : {"secret", "7", "9", "capacity", "السعة", "سعة"})
            EXPECT_EQ(told.find(canary), std::string::npos) << canary << "\n" << told;
    }
    const std::string text = report::explanation_text(result.plan, explanation, usa, base::Language::en);
    EXPECT_NE(text.find("A limit held by the other side (reference 1)"), std::string::npos) << text;
    const report::Reader uae(result.plan, base::index_of<plan::SideIndex>(0));
    const std::string own = report::explanation_text(result.plan, explanation, uae, base::Language::en);
    EXPECT_NE(own.find("secret-cell"), std::string::npos);
}

TEST(ExplainPlan, RefusesWhatIsNotThere) {
    const MemoryFiles files({{"plan.yaml", frame + gate_plan}});
    ExplainOptions options;
    options.gate = "reddy";
    const auto result = explain_plan(files, "plan.yaml", options);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().hint.en.find("ready"), std::string::npos);
}

TEST(ExplainPlan, StopsWhenAskedTo) {
    base::StopFlag stop;
    stop.stop();
    ExplainOptions options;
    options.limits.stop = &stop;
    const auto result = explained(gate_plan, options);
    EXPECT_EQ(result.explanation->status, ExplanationStatus::unknown);
    EXPECT_TRUE(result.explanation->stopped);
}

// Each may start three days after the other has ended: two links that cannot both hold; the pool has nothing to do with it.
TEST(ExplainInstance, NamesTheLinksThatChaseEachOther) {
    problem::ProblemData data;
    data.horizon = 50;
    data.pools = {{{{0, 1}}}};
    for (int i = 0; i < 2; ++i) {
        problem::Activity activity;
        activity.modes = {{3, {{0, 1}}, {}, {}, 0}};
        data.activities.push_back(activity);
    }
    data.links = {{.from = 0, .to = 1, .lag = 3}, {.from = 0, .to = 1, .sense = problem::Sense::at_most, .lag = 1}};
    const auto problem = problem::Problem::make(data);
    ASSERT_TRUE(problem);
    const auto conflict = explain_instance(*problem, {});
    ASSERT_TRUE(conflict);
    EXPECT_TRUE(conflict->minimal && conflict->verified);
    ASSERT_EQ(conflict->members.size(), 2U);
    EXPECT_EQ(conflict->members[0].kind, "link");
    EXPECT_EQ(conflict->members[1].to, 1);
}

}  // namespace
}  // namespace masar::app
