#include "app/improve_plan.h"
#include "app/memory_files.h"
#include "app/read_schedule.h"
#include "compile/earliest.h"
#include "compile/timetable_of.h"
#include "forecast/trajectory.h"
#include "report/json_schedule.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace masar::app {
namespace {

using plan::ImprovementStatus;

// Monday 4 January 2027. The gate wants 0.6; the course gives 0.1 and fades like everything else, the two refreshers are options.
constexpr std::string_view fading = R"(masar: 1
title: {en: Fading, ar: تلاشٍ}
start: 2027-01-04
sides:
  uae: {calendar: office, fiscal-year: january, currency: USD}
  usa: {calendar: office, fiscal-year: october, currency: USD}
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
resources: {hall: {capacity: 1}}
funds:
  us-gen: {owner: usa, ceiling: {FY2027: 100k USD}}
  ae-gen: {owner: uae, ceiling: {2027: 100k USD}}
indicators:
  skill: {unit: ratio, baseline: 0.55 on 2027-01-04, floor: 0.3, half-life: 11mo, better: up}
activities:
  course: {duration: 5wd, calendar: office, needs: {hall: 1}, effects: {skill: +0.1}}
  early: {duration: 5wd, calendar: office, needs: {hall: 1}, cost: {us-gen: 30k USD}, effects: {skill: +0.1}, optional: true, window: 2027-01-04..2027-03-31}
  dear: {duration: 5wd, calendar: office, needs: {hall: 1}, cost: {us-gen: 20k USD, ae-gen: 25k USD}, effects: {skill: +0.12}, optional: true, window: 2027-06-01..2027-12-31}
gates:
  ready: {by: 2027-09-30, requires: [course], when: {skill: ">= 0.6"}}
)";

ImproveOptions asked(plan::Holding holding) {
    ImproveOptions options;
    options.holding = holding;
    options.schedule.run.limits.schedules = 50;
    options.schedule.run.limits.conflicts = 20'000;
    return options;
}

std::string changed(std::string_view plan, std::string_view from, std::string_view to) {
    std::string text(plan);
    text.replace(text.find(from), from.size(), to);
    return text;
}

ImprovedPlan improved(std::string_view text, const ImproveOptions& options) {
    const MemoryFiles files({{"plan.yaml", std::string(text)}});
    auto answer = improve_plan(files, "plan.yaml", options);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message.en);
    EXPECT_TRUE(answer->improvement) << answer->diagnostics.size();
    return *std::move(answer);
}

std::vector<std::string> chosen(const ImprovedPlan& improved) {
    std::vector<std::string> ids;
    for (const plan::ChosenOption& each : improved.improvement->chosen)
        ids.push_back(improved.plan.activities[each.activity.at()].id);
    std::ranges::sort(ids);
    return ids;
}

TEST(ImprovePlan, ChoosesWhatTheGateNeedsAndSaysWhoPays) {
    // 0.3 + 0.25·0.5^(269/30.4375/11) = 0.4432, and the course on 8 January leaves 0.0578: 0.501. `early` in March adds 0.0685, which
    // is not enough; `dear` in September adds up to 0.12.
    const ImprovedPlan held = improved(fading, asked(plan::Holding::earliest));
    EXPECT_EQ(held.improvement->status, ImprovementStatus::cheapest);
    EXPECT_EQ(chosen(held), (std::vector<std::string>{"dear"}));
    EXPECT_EQ(held.improvement->added_minor, 45'000'00);
    ASSERT_EQ(held.improvement->sides.size(), 2u);
    EXPECT_EQ(held.improvement->sides[0].minor, 25'000'00);
    EXPECT_EQ(held.improvement->sides[1].minor, 20'000'00);
    EXPECT_FALSE(held.improvement->criteria.at(0).before.met);
    EXPECT_TRUE(held.improvement->criteria.at(0).after.met);
    EXPECT_GE(*held.improvement->criteria.at(0).after.value, 0.6 - 1e-9);
}

TEST(ImprovePlan, MovesEverythingWhenNothingIsHeld) {
    // The course just before the gate leaves 0.1: with `early` in March (0.0683) that is 0.6115.
    const ImprovedPlan free = improved(fading, asked(plan::Holding::nothing));
    EXPECT_EQ(free.improvement->status, ImprovementStatus::cheapest);
    EXPECT_EQ(chosen(free), (std::vector<std::string>{"early"}));
    EXPECT_EQ(free.improvement->added_minor, 30'000'00);
    EXPECT_TRUE(free.improvement->after.violations.empty());
    EXPECT_EQ(free.improvement->after.gates.at(0).late_days, 0);
}

TEST(ImprovePlan, KeepsTheCeilings) {
    const std::string poor = changed(fading, "us-gen: {owner: usa, ceiling: {FY2027: 100k USD}}",
                                     "us-gen: {owner: usa, ceiling: {FY2027: 25k USD}}");
    const ImprovedPlan free = improved(poor, asked(plan::Holding::nothing));
    EXPECT_EQ(chosen(free), (std::vector<std::string>{"dear"}));
}

TEST(ImprovePlan, ShowsWhatComesNearestWhenNothingWouldDo) {
    const std::string more = changed(fading, "\">= 0.6\"", "\">= 0.9\"");
    for (const plan::Holding holding : {plan::Holding::nothing, plan::Holding::earliest}) {
        const ImprovedPlan answer = improved(more, asked(holding));
        EXPECT_EQ(answer.improvement->status, ImprovementStatus::impossible);
        EXPECT_EQ(chosen(answer), (std::vector<std::string>{"dear", "early"}));
        const plan::ImprovedCriterion& criterion = answer.improvement->criteria.at(0);
        EXPECT_GT(*criterion.after.value, *criterion.before.value + 0.15);
    }
}

TEST(ImprovePlan, SpendsNothingOnWhatHoldsAnyway) {
    const ImprovedPlan answer = improved(changed(fading, "\">= 0.6\"", "\">= 0.5\""), asked(plan::Holding::earliest));
    EXPECT_EQ(answer.improvement->status, ImprovementStatus::cheapest);
    EXPECT_TRUE(answer.improvement->chosen.empty());
    EXPECT_EQ(answer.improvement->added_minor, 0);
}

TEST(ImprovePlan, HoldsABaselineAndWritesOneThatCanBeReadAgain) {
    MemoryFiles files({{"plan.yaml", std::string(fading)}});
    const auto first = schedule_plan(files, "plan.yaml", {});
    EXPECT_TRUE(files.write_whole("base.json", report::schedule_json(first->plan, *first->timetable)));
    ImproveOptions options = asked(plan::Holding::baseline);
    options.baseline = "base.json";
    const auto answer = improve_plan(files, "plan.yaml", options);
    ASSERT_TRUE(answer && answer->improvement);
    EXPECT_EQ(chosen(*answer), (std::vector<std::string>{"dear"}));
    EXPECT_EQ(answer->improvement->after.activities[0].start, first->timetable->activities[0].start);

    const std::string json = report::schedule_json(answer->plan, answer->improvement->after);
    EXPECT_TRUE(files.write_whole("better.json", json));
    const auto again = schedule_or_read(files, "plan.yaml", "better.json", {});
    ASSERT_TRUE(again && again->timetable);
    EXPECT_TRUE(again->timetable->activities[2].chosen);
    EXPECT_TRUE(again->timetable->gates.at(0).criteria.at(0).met);
    EXPECT_TRUE(again->timetable->violations.empty());
}

TEST(ImprovePlan, RefusesGatesThatAreNotThere) {
    const MemoryFiles files({{"plan.yaml", std::string(fading)}});
    ImproveOptions options = asked(plan::Holding::earliest);
    options.gates = {"redy"};
    const auto answer = improve_plan(files, "plan.yaml", options);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, base::Error::Kind::usage);
    EXPECT_NE(answer.error().hint.en.find("ready"), std::string::npos);
}

}  // namespace
}  // namespace masar::app
