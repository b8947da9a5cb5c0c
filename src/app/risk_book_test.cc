#include "app/risk_book.h"
#include "app/memory_files.h"
#include "compile/earliest.h"
#include "compile/timetable_of.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace masar::app {
namespace {

constexpr std::string_view frame = R"(masar: 1
title: {en: Plan, ar: خطة}
start: 2027-01-04
end: 2028-12-31
sides:
  uae: {calendar: office, fiscal-year: january, currency: AED}
  usa: {calendar: office, fiscal-year: october, currency: USD}
rates:
  - {from: USD, to: AED, rate: 3.6725}
calendars:
  office: {works: [mon, tue, wed, thu, fri]}
periods:
  storms: {every: 06-01..11-30}
funds:
  us-gen: {owner: usa}
  ae-gen: {owner: uae, ceiling: {2027: 500k AED}}
ceilings:
  usa: {FY2027: 90k USD}
activities:
  a: {duration: 5/10/20wd, calendar: office, cost: 50/100/200k USD, shares: {us-gen: 50%, ae-gen: 50%}}
  b: {duration: 5wd, calendar: office, after: a}
  c: {duration: 8/10/15wd, calendar: office, after: a}
)";

struct Made {
    LoadedPlan loaded;
    RiskBookResult result;
    [[nodiscard]] const RiskBook& book() const { return *result.book; }
};

Made make(const std::string& more, const RiskBookOptions& options = {}) {
    const MemoryFiles files({{"plan.yaml", std::string(frame) + more}});
    Made made{*load_plan(files, "plan.yaml"), {}};
    for (const auto& each : made.loaded.diagnostics) ADD_FAILURE() << each.code << " " << each.message.en;
    made.result = make_risk_book(made.loaded, compile::earliest_schedule(*made.loaded.compiled), options);
    EXPECT_TRUE(made.result.book);
    return made;
}

TEST(RiskBook, TakesThreePointDurationsAsBetaUnlessThePlanSaysOtherwise) {
    const Made made = make("");
    const auto& durations = made.book().model.durations;
    ASSERT_EQ(durations.size(), 2U);  // b is certain
    EXPECT_EQ(durations[0].days.kind(), forecast::DistributionKind::pert_beta);
    EXPECT_EQ(durations[0].days.points().high, 20);
    EXPECT_EQ(durations[1].activity, made.loaded.compiled->positions[2]);
    const Made triangular = make("estimates: triangular\n");
    EXPECT_EQ(triangular.book().model.durations[0].days.kind(), forecast::DistributionKind::triangular);
}

TEST(RiskBook, DrawsACertainDurationToo_WhenAnotherBookVariesIt) {
    const Made made = make("", {Starts::planned, {plan::ActivityIndex{1}}});
    ASSERT_EQ(made.book().model.durations.size(), 3U);
    EXPECT_TRUE(made.book().model.durations[1].days.is_certain());
}

TEST(RiskBook, KeepsPlannedStartsOnlyWhenAsked) {
    EXPECT_EQ(make("").book().model.not_before.size(), 3U);
    EXPECT_TRUE(make("", {Starts::possible, {}}).book().model.not_before.empty());
}

TEST(RiskBook, TurnsRisksIntoDriversAndEventsAndBack) {
    const Made made = make(R"(risks:
  word: {probability: likely, severity: critical, touches: a}
  driver: {probability: 50%, factor: 0.95/1.05/1.15, touches: [a, c], mitigation: {probability: 20%, costs: 10k USD, fund: us-gen, on: 2027-01-05}}
  event: {probability: 25%, days: 5/10/20wd, cost: 10k USD, fund: ae-gen, touches: b}
)");
    const forecast::RiskModel& model = made.book().model;
    ASSERT_EQ(model.drivers.size(), 1U);
    EXPECT_EQ(made.book().drivers[0].at(), 1U);
    EXPECT_EQ(model.drivers[0].before.probability, 0.5);
    EXPECT_EQ(model.drivers[0].after.probability, 0.2);
    EXPECT_EQ(model.drivers[0].after.factor.points().high, 1.15);  // not stated: as without it
    EXPECT_FALSE(model.drivers[0].mitigated);
    EXPECT_EQ(model.drivers[0].mitigation.cost, 1'000'000);
    EXPECT_EQ(model.drivers[0].mitigation.day, 1);
    ASSERT_EQ(model.events.size(), 1U);
    EXPECT_EQ(model.events[0].before.days.points().mode, 10);
    // 10,000 dollars in the account's dirhams: 36,725.00
    EXPECT_EQ(model.events[0].before.cost.mean(), 3'672'500);
    EXPECT_EQ(made.book().accounts[static_cast<std::size_t>(model.events[0].budget)].fund.at(), 1U);
}

TEST(RiskBook, FindsTheSeasonsOfTheRoadmap) {
    const Made made = make("risks:\n  storm: {probability: 30%, days: 10ed, season: storms, touches: c}\n");
    const auto& seasons = made.book().model.events.at(0).seasons;
    ASSERT_GE(seasons.size(), 2U);
    EXPECT_EQ(seasons[0].from, 148);  // 1 June 2027 is 148 days after 4 January
    EXPECT_EQ(seasons[0].to - seasons[0].from, 183);
}

TEST(RiskBook, GivesEveryFundAnAccountAndEverySideATotal) {
    const Made made = make("");
    ASSERT_EQ(made.book().accounts.size(), 2U);
    ASSERT_EQ(made.book().totals.size(), 3U);
    EXPECT_FALSE(made.book().totals[0].known());  // everybody's
    const forecast::CostTotal& usa = made.book().model.totals[2];
    EXPECT_EQ(usa.limits.at(0), 9'000'000);  // FY2027
    EXPECT_EQ(usa.limits.at(1), problem::unlimited);
    const auto& budgets = made.book().problem.data().budgets;
    EXPECT_EQ(budgets.at(1).limits.at(0), 50'000'000);  // the UAE fund's own
}

TEST(RiskBook, DrawsTheSharesOfOneCostTogether) {
    const auto made = make("");
    const auto& costs = made.book().model.costs;
    ASSERT_EQ(costs.size(), 2U);
    EXPECT_EQ(costs[0].fixed, 5'000'000);
    EXPECT_EQ(costs[1].fixed, 18'362'500);  // 50,000 × 3.6725
    EXPECT_EQ(costs[0].drawn_with, -1);
    EXPECT_EQ(costs[1].drawn_with, 0);
    EXPECT_EQ(costs[0].factor.points().high, 2);
}

TEST(RiskBook, KnowsBranchesAndMatrices) {
    const Made made = make(R"(branches:
  end: {ways: {go: {weight: 26, activities: c}, stop: {weight: 25}}}
correlations:
  - {of: [a, c], coefficient: 0.5, measure: rank}
)");
    ASSERT_EQ(made.book().model.branches.size(), 1U);
    EXPECT_EQ(made.book().model.branches[0].ways[0].weight, 26);
    ASSERT_EQ(made.book().model.correlations.size(), 1U);
    EXPECT_EQ(made.book().model.correlations[0].members, (std::vector<std::int32_t>{0, 1}));
    EXPECT_EQ(made.book().model.correlations[0].measure, forecast::CorrelationMeasure::rank);
}

TEST(RiskBook, PutsIndicatorsAndCriteriaIntoNumbers) {
    const Made made = make(R"(indicators:
  level: {unit: ratio, better: up, baseline: 0.4 on 2027-01-04, half-life: 10mo, floor: 0.3, year-of: usa, targets: {FY2027: 0.5}}
  unknown: {unit: count}
gates:
  g: {by: 2027-09-30, requires: [a], when: {level: ">= 0.5", unknown: ">= 1"}}
)");
    const forecast::RiskModel& model = made.book().model;
    ASSERT_EQ(model.indicators.size(), 2U);  // the second stands for the one without a baseline
    EXPECT_DOUBLE_EQ(model.indicators[0].half_life_days, 304.375);
    EXPECT_EQ(model.indicators[0].targets.at(0).day, 269);  // 30 September 2027
    ASSERT_EQ(model.criteria.size(), 2U);
    EXPECT_EQ(model.criteria[0].wanted.value, 0.5);
    EXPECT_FALSE(made.book().indicators[1].known());
}

// Plans in tests/plans/uncertain state what a forecast must say about them: `# expect: MSR0801 at 12:5-44 hint words`.
class UncertainPlan : public testing::TestWithParam<std::string> {};

TEST_P(UncertainPlan, IsToldWhatItStates) {
    std::stringstream text;
    text << std::ifstream("tests/plans/uncertain/" + GetParam() + ".yaml").rdbuf();
    const MemoryFiles files({{"plan.yaml", text.str()}});
    const LoadedPlan loaded = *load_plan(files, "plan.yaml");
    ASSERT_TRUE(loaded.compiled);
    std::string given, stated;
    for (const auto& each : make_risk_book(loaded, compile::earliest_schedule(*loaded.compiled)).diagnostics) {
        given += each.code + " at " + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + "-"
                 + std::to_string(each.place.end_column) + (each.hint.empty() ? "" : " hint " + each.hint.en) + "\n";
        EXPECT_FALSE(each.message.en.empty() || each.message.ar.empty());
        EXPECT_EQ(each.hint.en.empty(), each.hint.ar.empty());
    }
    for (std::string line; std::getline(text, line) && line.starts_with("# expect: ");)
        stated += line.substr(10) + "\n";
    EXPECT_EQ(given, stated);
}

INSTANTIATE_TEST_SUITE_P(Folder, UncertainPlan,
                         testing::Values("correlations-that-cannot-hold", "one-coefficient-that-cannot-hold",
                                         "correlation-of-certain-durations", "season-outside-the-roadmap",
                                         "risk-of-nothing"),
                         [](const auto& each) {
                             std::string name = each.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace masar::app
