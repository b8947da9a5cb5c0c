// Weaknesses that a plan file cannot state (reading refuses them), on plans built here; and a plan in which nothing is resolved.
#include "lint/lint_plan.h"

#include <gtest/gtest.h>

namespace masar::lint {
namespace {

template <class Record>
Record named(std::string id) {
    Record record;
    record.id = std::move(id);
    return record;
}

std::string message_of(const plan::Plan& plan, std::string_view number) {
    for (const base::Diagnostic& each : lint(plan, nullptr))
        if (each.lint == number) return each.message.en;
    return "";
}

TEST(BuiltPlan, AnEmptyOneIsToldNothing) { EXPECT_TRUE(lint(plan::Plan{}, nullptr).empty()); }

TEST(BuiltPlan, CausalPathsThatEndBeforeAnObjectiveAreNamed) {
    plan::Plan plan;
    plan.outputs.push_back(named<plan::Output>("prd-1"));
    plan.outcomes.push_back(named<plan::Outcome>("out-1"));
    EXPECT_EQ(message_of(plan, "L02"), "outputs that lead to no outcome: prd-1");
    EXPECT_EQ(message_of(plan, "L03"), "outcomes that serve no objective: out-1");
    EXPECT_EQ(message_of(plan, "L04"), "outputs that no activity produces: prd-1");
    EXPECT_EQ(message_of(plan, "L05"), "outcomes that no output leads to: out-1");
}

TEST(BuiltPlan, MoreOptionsAskedThanThereAre) {
    plan::Plan plan;
    plan.activities.push_back(named<plan::Activity>("opt-1"));
    plan.activities[0].optional = true;
    auto group = named<plan::ChoiceGroup>("pick");
    group.count = 2;
    group.members = {{plan::ActivityIndex{0}, {}}};
    plan.choices.push_back(group);
    EXPECT_EQ(message_of(plan, "C06"), "choices that cannot be made as asked: pick");
    plan.choices[0].count = 1;
    EXPECT_EQ(message_of(plan, "C06"), "");
}

TEST(BuiltPlan, UnknownReferencesArePassedOver) {
    plan::Plan plan;
    auto activity = named<plan::Activity>("a-1");
    activity.after.push_back({});
    activity.produces.push_back({});
    activity.effects.push_back({});
    activity.shares.push_back({});
    activity.approvals.push_back({});
    activity.avoid.push_back({});
    activity.partners.push_back({});
    activity.modes.emplace_back();
    activity.modes[0].needs.push_back({});
    activity.modes[0].takes.push_back({});
    plan.activities.push_back(activity);
    auto gate = named<plan::Gate>("g-1");
    gate.requires_done.push_back({});
    gate.criteria.push_back({});
    gate.approvers.push_back({});
    plan.gates.push_back(gate);
    plan.objectives.push_back(named<plan::Objective>("o-1"));
    plan.objectives[0].commitments.push_back({});
    plan.objectives[0].indicators.push_back({});
    plan.funds.push_back(named<plan::Fund>("f-1"));
    plan.waivers.emplace_back();
    plan.ceilings.emplace_back();
    plan.choices.push_back(named<plan::ChoiceGroup>("c-1"));
    plan.choices[0].members.push_back({});
    EXPECT_FALSE(lint(plan, nullptr).empty());
}

TEST(BuiltPlan, ARiskRatedAndOwnedByNobody) {
    plan::Plan plan;
    plan.risks.push_back(named<plan::Risk>("rsk-1"));
    EXPECT_EQ(message_of(plan, "B07"), "risks without an owner: rsk-1");
    plan.risks[0].risk_owner = "planner";
    EXPECT_EQ(message_of(plan, "B07"), "");
}

}  // namespace
}  // namespace masar::lint
