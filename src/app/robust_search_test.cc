// Buffers: the recommended dates reach the confidence in a simulation that knows nothing of how they were found.
#include "app/improve_plan.h"
#include "app/memory_files.h"
#include "app/simulate_plan.h"
#include "report/json_schedule.h"

#include <gtest/gtest.h>

namespace masar::app {
namespace {

// A course takes one week or, as often as not, three. Without it 0.3 + 0.25·0.5^(269/334.8) = 0.4432 is left at the gate, and the course
// gives 0.2: 0.64 holds only where it ends in the last week, and then the long course misses the date. Two weeks earlier it leaves 0.1943,
// which a refresher for 30k tops up.
constexpr std::string_view fading = R"(masar: 1
title: {en: Fading, ar: تلاشٍ}
start: 2027-01-04
sides:
  usa: {calendar: office, fiscal-year: october, currency: USD}
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
funds:
  us-gen: {owner: usa, ceiling: {FY2027: 100k USD}}
indicators:
  skill: {unit: ratio, baseline: 0.55 on 2027-01-04, floor: 0.3, half-life: 11mo, better: up}
activities:
  course: {duration: 5wd, possible: {5wd: 50%, 15wd: 50%}, calendar: office, effects: {skill: +0.2}}
  refresh: {duration: 5wd, calendar: office, cost: {us-gen: 30k USD}, effects: {skill: +0.03}, optional: true, window: 2027-08-02..2027-09-17}
  dear: {duration: 5wd, calendar: office, cost: {us-gen: 45k USD}, effects: {skill: +0.06}, optional: true, window: 2027-08-02..2027-09-17}
gates:
  ready: {by: 2027-09-30, requires: [course], when: {skill: ">= 0.64"}}
)";

ImproveOptions sure_of(double confidence) {
    ImproveOptions options;
    options.confidence = confidence;
    options.samples = 4'000;
    return options;
}

base::Result<ImprovedPlan> improved(const MemoryFiles& files, const ImproveOptions& options) {
    return improve_plan(files, "plan.yaml", options);
}

double simulated_pass(MemoryFiles& files, const ImprovedPlan& answer, std::uint64_t seed) {
    EXPECT_TRUE(files.write_whole("dates.json", report::schedule_json(answer.plan, answer.improvement->after)));
    SimulateOptions options;
    options.schedule_path = "dates.json";
    options.simulation.seed = seed;
    const auto simulated = simulate_plan(files, "plan.yaml", options);
    EXPECT_TRUE(simulated && simulated->forecast);
    return simulated->forecast->gates.at(0).pass.value;
}

TEST(RobustDates, BufferAGateUntilItHoldsAsSurelyAsAsked) {
    MemoryFiles files({{"plan.yaml", std::string(fading)}});
    const auto bare = improved(files, {});
    ASSERT_TRUE(bare && bare->improvement);
    const auto answer = improved(files, sure_of(0.9));
    ASSERT_TRUE(answer && answer->improvement) << answer.error().message.en;
    ASSERT_TRUE(answer->improvement->robust);
    const plan::RobustDates& robust = *answer->improvement->robust;
    EXPECT_TRUE(robust.reached);
    EXPECT_GE(robust.with.value, 0.9);
    EXPECT_NEAR(robust.without.value, 0.5, 4 * 0.008);
    EXPECT_NEAR(simulated_pass(files, *bare, 77), robust.without.value, 4 * 0.01);
    EXPECT_GE(simulated_pass(files, *answer, 77), 0.9 - 4 * 0.005);
    ASSERT_EQ(robust.gates.size(), 1U);
    // Two weeks more: ten working days are at least two weekends.
    EXPECT_GE(robust.gates[0].days, 14);
    EXPECT_GT(robust.gates[0].days, robust.gates[0].days_without);
    EXPECT_EQ(robust.added_minor, 3'000'000) << "the refresher, not the dear one";
    EXPECT_TRUE(answer->improvement->after.violations.empty());
}

TEST(RobustDates, AskNothingOfGatesThatHoldAnyway) {
    std::string text(fading);
    text.replace(text.find(">= 0.64"), 7, ">= 0.3");
    const MemoryFiles files({{"plan.yaml", text}});
    const auto answer = improved(files, sure_of(0.9));
    ASSERT_TRUE(answer && answer->improvement && answer->improvement->robust);
    EXPECT_EQ(answer->improvement->robust->without.value, 1);
    EXPECT_EQ(answer->improvement->robust->moved, 0);
    EXPECT_EQ(answer->improvement->robust->added_minor, 0);
}

// The gate falls before even the short course can be over in its long form: nothing can be put earlier, but a later date holds.
TEST(RobustDates, ProposeLaterDueDatesWhereNoBufferFits) {
    std::string text(fading);
    text.replace(text.find("by: 2027-09-30"), 14, "by: 2027-01-15");
    text.replace(text.find(">= 0.64"), 7, ">= 0.3");
    MemoryFiles files({{"plan.yaml", text}});
    const auto answer = improved(files, sure_of(0.9));
    ASSERT_TRUE(answer && answer->improvement && answer->improvement->robust);
    const plan::RobustDates& robust = *answer->improvement->robust;
    EXPECT_FALSE(robust.reached);
    EXPECT_NEAR(robust.with.value, 0.5, 4 * 0.008);
    ASSERT_TRUE(robust.promised);
    EXPECT_EQ(calendar::to_iso(robust.gates.at(0).promise.value()), "2027-01-22") << "three weeks from 4 January";
}

TEST(RobustDates, AreTheSameOnOneCoreAndOnTwo) {
    const MemoryFiles files({{"plan.yaml", std::string(fading)}});
    ImproveOptions options = sure_of(0.8);
    const auto one = improved(files, options);
    options.schedule.run.limits.threads = 2;
    const auto two = improved(files, options);
    ASSERT_TRUE(one && two);
    EXPECT_EQ(report::schedule_json(one->plan, one->improvement->after),
              report::schedule_json(two->plan, two->improvement->after));
    EXPECT_EQ(one->improvement->robust->with.value, two->improvement->robust->with.value);
}

}  // namespace
}  // namespace masar::app
