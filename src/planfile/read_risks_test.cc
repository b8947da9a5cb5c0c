#include "planfile/literal_risk.h"
#include "planfile/read_plan.h"

#include <gtest/gtest.h>

namespace masar::planfile {
namespace {

using base::Decimal;

Decimal hundredths(std::int64_t number) { return {number * (Decimal::one / 100)}; }

TEST(LiteralRisk, ReadsProbabilitiesAsNumbersPercentagesAndWords) {
    EXPECT_EQ(std::get<Decimal>(*parse_chance("30%")), hundredths(30));
    EXPECT_EQ(std::get<Decimal>(*parse_chance("0.3")), hundredths(30));
    EXPECT_EQ(std::get<Decimal>(*parse_chance("1")), Decimal::of(1));
    EXPECT_EQ(std::get<plan::Likelihood>(*parse_chance("likely")), plan::Likelihood::likely);
    EXPECT_EQ(parse_chance("1.01").error().code, code::out_of_range);
    EXPECT_EQ(parse_chance("45").error().hint.en, "did you mean '45%'?");
    EXPECT_EQ(parse_chance("maybe").error().code, code::unknown_word);
}

TEST(LiteralRisk, PutsProbabilitiesIntoTheBandsOfARating) {
    EXPECT_EQ(likelihood_of(hundredths(80)), plan::Likelihood::frequent);
    EXPECT_EQ(likelihood_of(hundredths(79)), plan::Likelihood::likely);
    EXPECT_EQ(likelihood_of(hundredths(20)), plan::Likelihood::occasional);
    EXPECT_EQ(likelihood_of(hundredths(4)), plan::Likelihood::unlikely);
}

TEST(LiteralRisk, ReadsFactorsOfOneOrThreePoints) {
    const auto factor = parse_factor("0.95/1.05/1.15");
    ASSERT_TRUE(factor);
    EXPECT_EQ(factor->value, (std::array{hundredths(95), hundredths(105), hundredths(115)}));
    EXPECT_EQ(parse_factor("1.2")->value[0], hundredths(120));
    EXPECT_EQ(parse_factor("1.2/1.1/1").error().hint.en, "did you mean '1/1.1/1.2'?");
    EXPECT_EQ(parse_factor("1/2").error().code, code::bad_number);
    EXPECT_EQ(parse_factor("1/2/3/4").error().code, code::bad_number);
    EXPECT_EQ(parse_factor("0").error().code, code::out_of_range);
}

TEST(LiteralRisk, ReadsDelaysOfWorkAndOfAbsence) {
    EXPECT_EQ(parse_delay("5/10/20wd")->days, (std::array{5, 10, 20}));
    EXPECT_FALSE(parse_delay("2w")->elapsed);
    EXPECT_EQ(parse_delay("2w")->days[1], 10);
    EXPECT_TRUE(parse_delay("14ed")->elapsed);
    EXPECT_EQ(parse_delay("7/14/30ed")->days, (std::array{7, 14, 30}));
    EXPECT_EQ(parse_delay("30/14/7ed").error().code, code::points_out_of_order);
    EXPECT_EQ(parse_delay("7/14ed").error().code, code::bad_number);
    EXPECT_EQ(parse_delay("4h").error().code, code::hours_refused);
}

constexpr std::string_view frame = R"(masar: 1
title: {en: Plan, ar: خطة}
start: 2027-01-04
estimates: triangular
sides:
  usa: {calendar: usa, fiscal-year: october, currency: USD}
calendars:
  usa: {works: [mon, tue, wed, thu, fri]}
periods:
  storms: {every: 06-01..11-30}
funds:
  us-gen: {owner: usa}
activities:
  a: {duration: 5/10/20wd}
  b: {duration: 5/10/20wd, estimate: uniform}
  c: {duration: 10wd, possible: {8wd: 25%, 16wd: 75%}}
)";

plan::Plan read(const std::string& more) {
    ReadResult result = read_plan({{"plan.yaml", std::string(frame) + more, {}}});
    for (const auto& each : result.diagnostics) ADD_FAILURE() << each.code << " " << each.message.en;
    return std::move(result.plan);
}

TEST(ReadRisks, TellsDriversEventsAndRatingsApart) {
    const plan::Plan plan = read(R"(risks:
  word: {probability: likely, severity: critical, touches: a}
  driver: {probability: 0.5, factor: 0.95/1.05/1.15, touches: [a, b]}
  event: {probability: 25%, days: 5/10/20wd, cost: 10/20/40k USD, fund: us-gen, touches: a}
  storm: {probability: 40%, days: 7/14/30ed, season: storms, touches: [a, b]}
)");
    ASSERT_EQ(plan.risks.size(), 4U);
    EXPECT_FALSE(plan.risks[0].quantity);
    EXPECT_EQ(plan.risks[0].rating.probability, plan::Likelihood::likely);
    ASSERT_TRUE(plan.risks[1].quantity);
    EXPECT_EQ(plan.risks[1].quantity->effect.factor->value.value[2], hundredths(115));
    EXPECT_EQ(plan.risks[1].rating.probability, plan::Likelihood::likely);  // 50 %
    ASSERT_TRUE(plan.risks[2].quantity);
    EXPECT_EQ(plan.risks[2].quantity->effect.days->value.days[2], 20);
    EXPECT_EQ(plan.risks[2].quantity->effect.cost->amount[1].minor, 2'000'000);
    EXPECT_TRUE(plan.risks[2].quantity->fund.value.known());
    EXPECT_FALSE(plan.risks[2].quantity->season.value.known());
    EXPECT_TRUE(plan.risks[3].quantity->season.value.known());
    EXPECT_TRUE(plan.risks[3].quantity->effect.days->value.elapsed);
}

TEST(ReadRisks, ReadsWhatIsDoneAboutThem) {
    const plan::Plan plan = read(R"(risks:
  r:
    probability: 30%
    days: 20wd
    touches: a
    mitigation: {probability: 10%, days: 5wd, costs: 30k USD, fund: us-gen, on: 2027-05-01, planned: true}
)");
    ASSERT_TRUE(plan.risks.at(0).quantity && plan.risks[0].quantity->mitigation);
    const plan::Mitigation& mitigation = *plan.risks[0].quantity->mitigation;
    EXPECT_EQ(mitigation.probability, hundredths(10));
    EXPECT_EQ(mitigation.effect.days->value.days[1], 5);
    EXPECT_EQ(mitigation.costs->value.minor, 3'000'000);
    EXPECT_EQ(calendar::to_iso(*mitigation.on), "2027-05-01");
    EXPECT_TRUE(mitigation.planned);
}

TEST(ReadRisks, ReadsBranchesAndCorrelations) {
    const plan::Plan plan = read(R"(branches:
  prototype: {ways: {transition: {weight: 26, activities: a}, stop: {weight: 25}}}
correlations:
  - {of: [a, b], coefficient: 0.5, measure: rank}
)");
    ASSERT_EQ(plan.branches.at(0).ways.size(), 2U);
    EXPECT_EQ(plan.branches[0].ways[0].weight.value, Decimal::of(26));
    EXPECT_EQ(plan.branches[0].ways[0].activities.at(0).value.at(), 0U);
    ASSERT_EQ(plan.correlations.size(), 1U);
    EXPECT_EQ(plan.correlations[0].kind, plan::CorrelationKind::rank);
    EXPECT_EQ(plan.correlations[0].coefficient->value, hundredths(50));
}

TEST(ReadRisks, ReadsAMatrixAsNamedPairs) {
    const plan::Plan plan = read("correlations:\n  - matrix: {a: {b: 0.5, c: -0.2}, b: {c: 0.1}}\n");
    const plan::Correlation& correlation = plan.correlations.at(0);
    ASSERT_EQ(correlation.members.size(), 3U);
    ASSERT_EQ(correlation.cells.size(), 3U);
    EXPECT_EQ(correlation.cells[1].row, 0U);
    EXPECT_EQ(correlation.cells[1].column, 2U);
    EXPECT_EQ(correlation.cells[1].value, hundredths(-20));
}

TEST(ReadRisks, ReadsHowEstimatesAreMeant) {
    const plan::Plan plan = read("");
    EXPECT_EQ(plan.estimates, plan::EstimateForm::triangular);
    EXPECT_FALSE(plan.activities[0].estimate);
    EXPECT_EQ(plan.activities[1].estimate, plan::EstimateForm::uniform);
    ASSERT_EQ(plan.activities[2].modes[0].possible.size(), 2U);
    EXPECT_EQ(plan.activities[2].modes[0].possible[1].working_days, 16);
    EXPECT_EQ(plan.activities[2].modes[0].possible[1].part, hundredths(75));
}

}  // namespace
}  // namespace masar::planfile
