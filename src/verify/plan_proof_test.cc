// Proofs about plans: read again as the certificate says, and refused where the plan is another one.
#include "verify/plan_proof.h"

#include "app/certify_instance.h"
#include "app/memory_files.h"

#include <gtest/gtest.h>

namespace masar::verify {
namespace {

std::string plan_with(const std::string& duration) {
    return R"(masar: 1
title: {en: A small plan, ar: خطة صغيرة}
start: 2027-01-04
sides:
  uae: {calendar: week, fiscal-year: january, currency: AED}
  usa: {calendar: week, fiscal-year: october, currency: USD}
calendars:
  week: {works: [mon, tue, wed, thu, fri]}
resources:
  lab: {owner: uae, capacity: 1}
activities:
  a: {duration: )"
           + duration + R"(, needs: {lab: 1}}
  b: {duration: 4/5/9wd, needs: {lab: 1}, after: a}
  c: {duration: 3wd, needs: {lab: 1}}
  extra: {duration: 2wd, needs: {lab: 1}, optional: true}
)";
}

struct Proof {
    std::string text;
    base::Result<engine::Certificate> made;
};

Proof proof_of(const std::string& plan, const app::LoadOptions& load) {
    app::MemoryFiles files({{"plan.yaml", plan}});
    app::ScheduleOptions options;
    options.load = load;
    const auto scheduled = app::schedule_plan(files, "plan.yaml", options);
    if (!scheduled) return {"", tl::unexpected(scheduled.error())};
    auto made = app::certify_plan(files, *scheduled, load, {.file = "out"});
    const auto text = files.read("out", {});
    return {text ? *text : "", std::move(made)};
}

base::Result<Verdict> verdict_on(const std::string& plan, const std::string& proof) {
    return verify_plan(app::MemoryFiles({{"plan.yaml", plan}}), "plan.yaml", proof);
}

TEST(PlanProof, IsAcceptedForThePlanAndHowItWasRead) {
    app::LoadOptions load;
    load.estimate = plan::Estimate::pessimistic;
    load.chosen = {"extra"};
    const Proof proof = proof_of(plan_with("5wd"), load);
    ASSERT_TRUE(proof.made) << proof.made.error().message.en;
    ASSERT_TRUE(about_plan(proof.text));
    EXPECT_NE(proof.text.find("\nplan pessimistic 0 extra\n"), std::string::npos);
    const auto verdict = verdict_on(plan_with("5wd"), proof.text);
    ASSERT_TRUE(verdict) << verdict.error().message.en;
    EXPECT_TRUE(verdict->accepted()) << verdict->line << ": " << verdict->reason.en;
}

TEST(PlanProof, IsRejectedForAnotherPlan) {
    const Proof proof = proof_of(plan_with("5wd"), {});
    ASSERT_TRUE(proof.made) << proof.made.error().message.en;
    const auto shorter = verdict_on(plan_with("4wd"), proof.text);
    EXPECT_TRUE(!shorter || !shorter->accepted());
    EXPECT_FALSE(verdict_on(plan_with("5 apples"), proof.text));  // a plan with an error
}

TEST(PlanProof, OfAnImpossiblePlanSaysThatNothingFits) {
    const std::string late = plan_with("5wd") + "  d: {duration: 5wd, window: 2027-01-04..2027-01-06}\n";
    const Proof proof = proof_of(late, {});
    ASSERT_TRUE(proof.made) << proof.made.error().message.en;
    const auto verdict = verdict_on(late, proof.text);
    ASSERT_TRUE(verdict);
    EXPECT_EQ(verdict->claim, Claim::infeasible) << verdict->line << ": " << verdict->reason.en;
}

TEST(PlanProof, NamesTheQuestionOrIsNotAboutAPlan) {
    EXPECT_FALSE(about_plan("masar-certificate 1\nactivities 3\nhorizon 5\nplan likely 0\n"));
    const Proof proof = proof_of(plan_with("5wd"), {});
    std::string changed = proof.text;
    changed.replace(changed.find("plan likely"), 11, "plan lately");
    EXPECT_FALSE(verdict_on(plan_with("5wd"), changed));
}

}  // namespace
}  // namespace masar::verify
