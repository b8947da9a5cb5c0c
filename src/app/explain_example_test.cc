// The example made impossible in six ways. Every member is dropped by itself on the problem, every repair is made in the plan and
// scheduled again by the engine.
#include "app/explain_case_test.h"
#include "app/find_plan_conflict.h"
#include "app/memory_files.h"
#include "compile/timetable_of.h"
#include "plan/apply_repair.h"
#include "planfile/example_files_test.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

using plan::ExplanationStatus;
using plan::MemberKind;
using plan::RepairKind;

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
    EXPECT_EQ(sentences(result), 2U);
}

TEST(ExplainExampleSlow, FiveEvaluatorsAreTooFew) {
    const auto result = Example().few_evaluators().explain();
    expect_explained(result);
    const plan::Repair* raised = repair(*result.explanation, RepairKind::raise_capacity);
    ASSERT_NE(raised, nullptr);
    EXPECT_EQ(raised->to, 6);
    EXPECT_LT(result.explanation->conflicts.front().members.size(), 60U);
    EXPECT_LE(sentences(result), 6U);
    // One capacity and one ceiling are enough.
    EXPECT_EQ(means_named(result.explanation->conflicts.front()), 2);
}

TEST(ExplainExampleSlow, ALowerCeilingIsTooLow) {
    const auto result = Example().low_ceiling().explain();
    expect_explained(result);
    EXPECT_NE(repair(*result.explanation, RepairKind::raise_ceiling), nullptr);
    EXPECT_LE(result.explanation->conflicts.front().members.size(), 115U);
    EXPECT_LE(sentences(result), 4U);
}

TEST(ExplainExampleSlow, TwoReasonsAreTwoClashes) {
    const auto result = Example().low_ceiling().august().explain();
    expect_explained(result);
    EXPECT_EQ(result.explanation->conflicts.size(), 2U);
}

}  // namespace
}  // namespace masar::app
