#include "app/simulate_plan.h"
#include "app/memory_files.h"
#include "app/merge_runs.h"
#include "app/what_if.h"
#include "report/text_forecast.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace masar::app {
namespace {

using testing::HasSubstr;

// Monday 4 January 2027. a and b take one week or two, each with an even chance; the gate wants both by Friday 8 January, c follows.
constexpr std::string_view two_paths = R"(masar: 1
title: {en: Two paths, ar: مساران}
start: 2027-01-04
sides:
  uae: {calendar: office, fiscal-year: january, currency: USD}
  usa: {calendar: office, fiscal-year: october, currency: USD}
calendars: {office: {works: [mon, tue, wed, thu, fri]}}
funds:
  us-gen: {owner: usa, release: usa}
  ae-gen: {owner: uae, release: [uae, usa], ceiling: {2027: 60k USD}}
risks:
  storm: {probability: 100%, days: 5wd, touches: c, mitigation: {probability: 0%, costs: 20k USD, fund: us-gen}}
gates:
  g1: {by: 2027-01-08, requires: [a, b]}
  g2: {by: 2027-01-15, requires: [a, b]}
activities:
  a: {duration: 5wd, possible: {5wd: 50%, 10wd: 50%}, calendar: office, cost: {us-gen: 10k USD, ae-gen: 50k USD}}
  b: {duration: 5wd, possible: {5wd: 50%, 10wd: 50%}, calendar: office}
  c: {duration: 5wd, calendar: office, after: [a, b]}
)";

SimulateOptions options_of(std::int64_t samples, std::int32_t threads = 1) {
    SimulateOptions options;
    options.schedule.manner = Manner::earliest;
    options.simulation.samples = samples;
    options.run.threads = threads;
    return options;
}

SimulatedPlan simulated(const SimulateOptions& options) {
    const MemoryFiles files({{"plan.yaml", std::string(two_paths)}});
    auto answer = simulate_plan(files, "plan.yaml", options);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message.en);
    EXPECT_TRUE(answer->forecast);
    return *std::move(answer);
}

TEST(SimulatePlan, FindsAQuarterForTwoEvenPathsAndTheirGatesTogether) {
    const auto forecast = *simulated(options_of(20'000)).forecast;
    ASSERT_EQ(forecast.gates.size(), 2U);
    EXPECT_NEAR(forecast.gates[0].by_date.value, 0.25, 4 * 0.0031);  // four standard errors: √(¼·¾/20000)
    EXPECT_NEAR(forecast.gates[0].by_date.error, 0.0031, 0.0002);
    EXPECT_EQ(forecast.gates[1].by_date.value, 1);
    EXPECT_EQ(forecast.gates[1].joint_date.value, forecast.gates[0].by_date.value);
    EXPECT_EQ(forecast.all_gates_pass.value, forecast.gates[0].by_date.value);
}

// Planned: a and b until 8 January, c until the 15th. The storm always adds a week, a long path another.
TEST(SimulatePlan, GivesInclusiveDatesOfTheEnd) {
    const auto forecast = *simulated(options_of(4'000)).forecast;
    EXPECT_EQ(calendar::to_iso(forecast.planned_end), "2027-01-15");
    EXPECT_EQ(forecast.by_planned_end.value, 0);
    ASSERT_EQ(forecast.end.size(), 5U);
    EXPECT_EQ(calendar::to_iso(*forecast.end[0].date), "2027-01-22");  // P10
    EXPECT_EQ(calendar::to_iso(*forecast.end[3].date), "2027-01-29");  // P80
}

TEST(SimulatePlan, CountsMoneyByFundYearAndSide) {
    const auto forecast = *simulated(options_of(1'000)).forecast;
    const auto row = [&](std::string_view side, bool whole) {
        for (const auto& each : forecast.money)
            if (each.side.known() && each.year && each.fund.known() != whole)
                if ((side == "uae") == (each.side.at() == 0)) return each;
        ADD_FAILURE() << "no row";
        return plan::MoneyForecast{};
    };
    EXPECT_EQ(row("uae", false).mean, 5'000'000);
    EXPECT_EQ(row("uae", false).ceiling, 6'000'000);
    EXPECT_EQ(row("uae", false).breach.value, 0);
    EXPECT_EQ(row("usa", true).mean, 1'000'000);
    EXPECT_EQ(*row("usa", true).year, 2027);
}

TEST(SimulatePlan, ShowsASideOnlyWhatItMayRead) {
    SimulateOptions options = options_of(1'000);
    options.side = "uae";
    const SimulatedPlan answer = simulated(options);
    for (const auto& row : answer.forecast->money) EXPECT_TRUE(row.side.known() && row.side.at() == 0);
    EXPECT_THAT(report::forecast_text(answer.plan, *answer.forecast, base::Language::en), HasSubstr("Shown to uae"));
    options.side = "qat";
    const MemoryFiles files({{"plan.yaml", std::string(two_paths)}});
    const auto refused = simulate_plan(files, "plan.yaml", options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.en, "the plan has no side 'qat'");
}

TEST(SimulatePlan, GivesTheSameBytesForAnyNumberOfWorkers) {
    const SimulatedPlan one = simulated(options_of(3'000, 1)), two = simulated(options_of(3'000, 2));
    EXPECT_EQ(forecast::to_json(*one.tally), forecast::to_json(*two.tally));
    EXPECT_EQ(report::forecast_json(one.plan, *one.forecast), report::forecast_json(two.plan, *two.forecast));
}

/// The run of samples [from, to) of 3,000 as kept with -o.
std::string part(std::int64_t from, std::int64_t to) {
    SimulateOptions options = options_of(3'000);
    options.simulation.from = from;
    options.simulation.to = to;
    return forecast::to_json(*simulated(options).tally);
}

TEST(MergeRuns, GivesTheBytesOfOneRun) {
    const MemoryFiles files({{"a", part(0, 1'000)}, {"b", part(1'000, 1'700)}, {"c", part(1'700, 3'000)}});
    const auto merged = merge_runs(files, {"b", "c", "a"});
    ASSERT_TRUE(merged) << merged.error().message.en;
    EXPECT_EQ(forecast::to_json(*merged), part(0, 3'000));
}

TEST(MergeRuns, RefusesGapsAndOverlapsByName) {
    const MemoryFiles files({{"a", part(0, 1'000)}, {"b", part(900, 3'000)}, {"c", part(1'500, 3'000)}, {"d", "{}"}});
    const auto twice = merge_runs(files, {"a", "b"});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().message.en, "b: samples 900 to 999 are in two of the parts");
    const auto missing = merge_runs(files, {"a", "c"});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().message.en, "samples 1000 to 1499 are in none of the parts");
    EXPECT_THAT(merge_runs(files, {"a", "d"}).error().message.en, HasSubstr("d is no run"));
}

TEST(SimulatePlan, ShowsAKeptRunAgain) {
    MemoryFiles files({{"plan.yaml", std::string(two_paths)}, {"run", part(0, 3'000)}});
    SimulateOptions options = options_of(10'000);
    options.run_path = "run";
    const auto shown = simulate_plan(files, "plan.yaml", options);
    ASSERT_TRUE(shown) << shown.error().message.en;
    EXPECT_EQ(shown->forecast->samples, 3'000);
    options.starts = Starts::possible;  // another question
    EXPECT_THAT(simulate_plan(files, "plan.yaml", options).error().message.en, HasSubstr("of another plan"));
}

TEST(WhatIf, ComparesEachRiskAndMitigationByItself) {
    const MemoryFiles files({{"plan.yaml", std::string(two_paths)}});
    WhatIfOptions options;
    options.simulate = options_of(2'000);
    const auto answer = what_if(files, "plan.yaml", options);
    ASSERT_TRUE(answer) << answer.error().message.en;
    ASSERT_EQ(answer->changes.size(), 2U);
    EXPECT_EQ(answer->changes[0].change, "--without storm");
    EXPECT_EQ(answer->changes[0].days.value, 7);  // five working days are a week, in every sample
    EXPECT_EQ(answer->changes[0].days.error, 0);
    EXPECT_FALSE(answer->changes[0].cost);
    EXPECT_EQ(answer->changes[1].kind, plan::WhatIf::Kind::mitigated);
    EXPECT_EQ(answer->changes[1].cost->minor, 2'000'000);
    EXPECT_DOUBLE_EQ(*answer->changes[1].days_per_thousand, 7.0 / 20);
}

// Whatever the plan file can say can be said otherwise, with the same random numbers.
TEST(WhatIf, SetsAnyFieldOfAnyRecord) {
    const MemoryFiles files({{"plan.yaml", std::string(two_paths)}});
    WhatIfOptions options;
    options.simulate = options_of(2'000);
    const auto change = [&](std::string words) {
        options.set = {std::move(words)};
        const auto answer = what_if(files, "plan.yaml", options);
        EXPECT_TRUE(answer) << answer.error().message.en;
        return answer ? answer->changes.at(0) : plan::WhatIf{};
    };
    const plan::WhatIf without = change("storm.probability=0%");
    EXPECT_EQ(without.days.value, 7);
    EXPECT_EQ(without.days.error, 0);
    EXPECT_FALSE(without.activity.known());
    EXPECT_EQ(change("risks.storm.days=10wd").days.value, -7);
    EXPECT_EQ(change("a.possible={5wd: 100%}").days.error, 0);
    // Nothing is moved, but the first gate has a week more: of four samples, three were late.
    const plan::WhatIf later = change("g1.by=2027-01-15");
    EXPECT_EQ(later.days.value, 0);
    ASSERT_EQ(later.gates.size(), 2U);
    EXPECT_NEAR(later.gates[0].pass, 0.75, 4 * 0.01);
    EXPECT_EQ(later.gates[1].pass, 0);
}

TEST(WhatIf, SetsADurationAndRefusesWhatItDoesNotKnow) {
    const MemoryFiles files({{"plan.yaml", std::string(two_paths)}});
    WhatIfOptions options;
    options.simulate = options_of(2'000);
    options.set = {"c.duration=10wd"};
    const auto longer = what_if(files, "plan.yaml", options);
    ASSERT_TRUE(longer) << longer.error().message.en;
    EXPECT_EQ(longer->changes.at(0).days.value, -7);
    options.without = {"storm"};
    EXPECT_EQ(what_if(files, "plan.yaml", options)->together->days.value, 0);
    const auto message = [&](std::string words) {
        options.set = {std::move(words)};
        return what_if(files, "plan.yaml", options).error().message.en;
    };
    EXPECT_EQ(message("d.duration=1wd"), "the plan has no record 'd'");
    EXPECT_EQ(message("c.duration"), "'c.duration' sets nothing");
    EXPECT_EQ(message("c.duration=20/10/5wd"),
              "in 'c.duration=20/10/5wd': optimistic, most likely and pessimistic are out of order");
    EXPECT_THAT(message("storm.probability=150%"), HasSubstr("in 'storm.probability=150%'"));
    EXPECT_THAT(message("c.after=[nobody]"), HasSubstr("nobody"));
    EXPECT_THAT(message("c.after=[a"), HasSubstr("in 'c.after=[a'"));
    EXPECT_THAT(message("c.colour=red"), HasSubstr("colour"));
    EXPECT_THAT(message("plan.start=2027-01-11"), HasSubstr("another first day"));
    options.set.clear();
    options.without = {"strom"};
    EXPECT_EQ(what_if(files, "plan.yaml", options).error().hint.en, "did you mean 'storm'?");
}

}  // namespace
}  // namespace masar::app
