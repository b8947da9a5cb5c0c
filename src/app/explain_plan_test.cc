// Conflicts of small plans that can be seen by eye, and of the example made impossible in six ways. Every member is dropped by itself
// on the problem, every repair is made in the plan and scheduled again by the engine.
#include "app/explain_plan.h"

#include "app/explain_instance.h"
#include "app/find_plan_conflict.h"
#include "app/memory_files.h"
#include "compile/timetable_of.h"
#include "plan/apply_repair.h"
#include "planfile/example_files_test.h"
#include "report/json_explanation.h"
#include "report/reader.h"
#include "report/text_explanation.h"

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

/// "capacity pool, activity a" of the first clash.
std::string members(const plan::Explanation& explanation) {
    std::string list;
    if (explanation.conflicts.empty()) return list;
    std::vector<std::string> each;
    for (const plan::ConflictMember& member : explanation.conflicts.front().members)
        each.push_back(std::to_string(static_cast<int>(member.kind)) + " " + member.id);
    std::ranges::sort(each);
    for (const std::string& line : each) list += (list.empty() ? "" : ", ") + line;
    return list;
}

const plan::Repair* repair(const plan::Explanation& explanation, RepairKind kind) {
    for (const plan::Repair& each : explanation.conflicts.front().repairs)
        if (each.kind == kind) return &each;
    return nullptr;
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

std::string told(const ExplainedPlan& result) {
    std::string text =
        report::explanation_text(result.plan, *result.explanation, report::Reader(result.plan), base::Language::en);
    for (std::size_t at = text.find("\n    "); at != std::string::npos; at = text.find("\n    "))
        text.replace(at, 5, " ");
    return text;
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
    EXPECT_NE(text.find("may fall due in one year or another: c (90,000 USD, FY2027..FY2028)"), std::string::npos)
        << text;
}

// Of a capacity of 5, two that need 3 each do not fit in at a time.
TEST(ExplainPlan, NamesThoseThatDoNotFitAtATime) {
    const std::string text =
        told(explained("resources:\n  staff: {owner: uae, capacity: 5}\nactivities:\n"
                       "  a: {duration: 10wd, calendar: week, window: 2027-02-01..2027-02-19, needs: {staff: 3}}\n"
                       "  b: {duration: 10wd, calendar: week, window: 2027-02-01..2027-02-19, needs: {staff: 3}}\n"));
    EXPECT_NE(text.find("; no two of these fit in at a time: a (3), b (3)"), std::string::npos) << text;
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

/// The example's files with one text replaced.
class Example {
public:
    Example() {
        for (const planfile::InputFile& each : planfile::example_files()) files_["p/" + each.name] = each.text;
    }
    Example& with(const std::string& file, const std::string& old, const std::string& fresh) {
        std::string& text = files_["p/" + file + ".yaml"];
        const auto at = text.find(old);
        EXPECT_NE(at, std::string::npos) << old;
        if (at != std::string::npos) text.replace(at, old.size(), fresh);
        return *this;
    }
    Example& firm_gate() { return with("plan", "    by: 2027-12-31\n", "    by: 2027-03-31\n    firm: true\n"); }
    Example& few_evaluators() {
        return with("plan", "owner: [uae, usa], capacity: 8, unit: person}\n  cyber",
                    "owner: [uae, usa], capacity: 5, unit: person}\n  cyber");
    }
    Example& low_ceiling() { return with("plan", "2028: 3000k USD, 2029: 2900k", "2028: 2000k USD, 2029: 2900k"); }
    Example& august() {
        return with("l7-disaster-planning", "window: 2028-12-01..2029-05-31", "window: 2029-08-15..2029-08-24");
    }
    Example& few_lawyers() {
        return with("plan", "owner: [uae, usa], capacity: 5, unit: person}\n  interp",
                    "owner: [uae, usa], capacity: 2, unit: person}\n  interp");
    }
    [[nodiscard]] ExplainedPlan explain() const {
        auto result = explain_plan(MemoryFiles(files_), "p", {});
        EXPECT_TRUE(result && result->explanation);
        return *std::move(result);
    }

private:
    std::map<std::string, std::string> files_;
};

/// The engine's own scheduling of a plan, checked: the way of `masar schedule`.
bool has_schedule(const plan::Plan& plan) {
    const auto compiled = compile::compile_plan(plan, {}).compiled;
    if (!compiled) return false;
    engine::Run run;
    run.limits.schedules = 300;
    run.limits.conflicts =
        20'000;  // of a plan as tight as a least repair leaves it, the exact search finds the schedule
    const engine::Answer answer = engine::solve(compiled->problem, run);
    return answer.schedule && problem::check(compiled->problem, *answer.schedule).empty();
}

/// All members together clash; without any one of them they do not.
void expect_minimal(const plan::Plan& plan, const plan::Conflict& conflict) {
    EXPECT_TRUE(conflict.minimal);
    const auto question = state({plan, {}, {}});
    ASSERT_TRUE(question);
    const auto kept = [&](const compile::PlanStatement& statement, const plan::ConflictMember* but) {
        for (const plan::ConflictMember& each : conflict.members) {
            plan::ConflictMember same = each;  // of several periods the problem has one statement
            if (same.kind == MemberKind::avoids) same.record = statement.member.record;
            if (&each != but && same.same_statement(statement.member)) return true;
        }
        return false;
    };
    const auto clashes_without = [&](const plan::ConflictMember* but) {
        std::vector<problem::Statement> dropped;
        for (const compile::PlanStatement& each : question->stated.statements)
            if (!kept(each, but)) dropped.insert(dropped.end(), each.parts.begin(), each.parts.end());
        const auto rest = problem::Problem::make(question->stated.without(std::move(dropped)));
        return rest && engine::find_conflict(*rest, {}, {}).status == engine::ConflictStatus::conflict;
    };
    EXPECT_TRUE(clashes_without(nullptr));
    for (const plan::ConflictMember& each : conflict.members) EXPECT_FALSE(clashes_without(&each)) << each.id;
}

/// The first repair of each clash, made in the plan one after the other.
plan::Plan mended(const ExplainedPlan& result) {
    plan::Plan plan = result.plan;
    for (const plan::Conflict& each : result.explanation->conflicts)
        plan = plan::with_repair(std::move(plan), each.repairs.at(0));
    return plan;
}

void expect_explained(const ExplainedPlan& result) {
    ASSERT_EQ(result.explanation->status, ExplanationStatus::infeasible);
    EXPECT_TRUE(result.explanation->mended);
    expect_minimal(result.plan, result.explanation->conflicts.front());
    EXPECT_FALSE(has_schedule(result.plan));
    EXPECT_TRUE(has_schedule(mended(result)));
}

/// Capacities and ceilings.
std::ptrdiff_t means_named(const plan::Conflict& conflict) {
    return std::ranges::count_if(conflict.members, [](const plan::ConflictMember& each) {
        return each.kind == MemberKind::capacity || each.kind == MemberKind::side_ceiling
               || each.kind == MemberKind::fund_ceiling || each.kind == MemberKind::yearly_capacity;
    });
}

TEST(ExplainExample, AFirmGateTooEarlyMeetsTheWorkThatItRequires) {
    const auto result = Example().firm_gate().explain();
    expect_explained(result);
    const plan::Repair* moved = repair(*result.explanation, RepairKind::move_gate);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(calendar::to_iso(*moved->to_day), "2027-06-22");
    // What a planner would say: it cannot begin before its window opens, and takes longer than is left.
    EXPECT_EQ(members(*result.explanation), "0 rdy-003, 1 rdy-003, 18 gate-1");
}

TEST(ExplainExample, AnExerciseInAugustMeetsTheHurricaneSeason) {
    const auto result = Example().august().explain();
    expect_explained(result);
    EXPECT_EQ(members(*result.explanation), "0 drp-007, 1 drp-007, 3 drp-007, 5 drp-007");
    EXPECT_NE(repair(*result.explanation, RepairKind::allow_period), nullptr);
}

TEST(ExplainExample, TwoLawyersAreFewerThanOneAgreementNeeds) {
    const auto result = Example().few_lawyers().explain();
    expect_explained(result);
    EXPECT_EQ(members(*result.explanation), "0 gov-008, 12 legal");
}

TEST(ExplainExampleSlow, FiveEvaluatorsAreTooFew) {
    const auto result = Example().few_evaluators().explain();
    expect_explained(result);
    const plan::Repair* raised = repair(*result.explanation, RepairKind::raise_capacity);
    ASSERT_NE(raised, nullptr);
    EXPECT_EQ(raised->to, 6);
    EXPECT_LT(result.explanation->conflicts.front().members.size(), 60U);
    // One capacity and one ceiling are enough.
    EXPECT_EQ(means_named(result.explanation->conflicts.front()), 2);
}

TEST(ExplainExampleSlow, ALowerCeilingIsTooLow) {
    const auto result = Example().low_ceiling().explain();
    expect_explained(result);
    EXPECT_NE(repair(*result.explanation, RepairKind::raise_ceiling), nullptr);
}

TEST(ExplainExampleSlow, TwoReasonsAreTwoClashes) {
    const auto result = Example().low_ceiling().august().explain();
    expect_explained(result);
    EXPECT_EQ(result.explanation->conflicts.size(), 2U);
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
