// The walk in numbers against Trajectory, which was tested against the golden values, on random effects; and gates whose
// criteria are asked in each sample.
#include "forecast/indicator_counter.h"
#include "base/random_stream.h"
#include "forecast/risk_case_test.h"
#include "forecast/trajectory.h"

namespace masar::forecast {
namespace {

using namespace cases;
using calendar::date_of;

TEST(IndicatorWalk, IsTheTrajectory) {
    const calendar::Date day_0 = date_of(2026, 10, 1);
    const auto number = [&](calendar::Date date) { return static_cast<problem::Day>((date - day_0).count()); };
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        base::RandomStream stream(seed, 0);
        plan::Indicator indicator;
        indicator.unit = seed % 2 == 0 ? "ratio" : "count";
        indicator.baseline = base::parse_decimal(seed % 3 == 0 ? "0" : "0.45");
        indicator.baseline_on = date_of(2027, 7, 1);
        if (seed % 4 < 2) indicator.floor = *base::parse_decimal("0.3");
        if (seed % 4 < 2) indicator.half_life_months = base::Decimal::of(11);
        if (seed % 5 < 2) indicator.attrition = base::parse_decimal("0.2");
        std::vector<Change> changes;
        std::vector<IndicatorWalk::Step> steps;
        for (int i = 0; i < 12; ++i) {
            const auto day = day_0 + std::chrono::days(stream.below(1800));
            const base::Decimal by{static_cast<std::int64_t>(stream.below(500'000'000)) - 100'000'000};
            changes.push_back({day, by, {}});
            steps.push_back({number(day), by.to_double()});
        }
        std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
        const calendar::FiscalYear fiscal{10};
        const auto trajectory = Trajectory::make(indicator, {fiscal, day_0, date_of(2031, 9, 30)}, changes);
        IndicatorModel model;
        model.baseline = indicator.baseline->to_double();
        model.baseline_day = number(*indicator.baseline_on);
        model.floor = indicator.floor.to_double();
        if (indicator.half_life_months) model.half_life_days = 11 * 30.4375;
        if (indicator.attrition) model.attrition = 0.2;
        const Limits limits = limits_of(indicator);
        if (limits.low) model.low = limits.low->to_double();
        if (limits.high) model.high = limits.high->to_double();
        for (int year = 2027; year <= 2031; ++year) model.year_starts.push_back(number(fiscal.days_of(year).first));
        IndicatorWalk walk(model, steps);
        for (auto day = *indicator.baseline_on; day <= date_of(2031, 9, 30); day += std::chrono::days(17))
            EXPECT_NEAR(walk.value_on(number(day)), trajectory.value_on(day)->number, 1e-8)
                << "seed " << seed << " " << calendar::to_iso(day);
    }
}

// Twenty courses, and beside them effects that change nothing: many steps are put into the order of days in another way than few, and
// it is the same order.
TEST(IndicatorCounter, ManyStepsComeInTheOrderOfTheirDays) {
    const auto counted = [](int idle) {
        RiskCase plan;
        IndicatorModel trained;
        trained.baseline = 0.3;
        trained.low = 0, trained.high = 1;
        trained.half_life_days = 40;
        for (int i = 0; i < 20; ++i) {
            plan.add(triangle(20 + 7 * i, 60 + 5 * i, 160 + 3 * i));
            trained.effects.push_back({i, i % 3 == 0 ? -0.2 : 0.25});
            for (int k = 0; k < idle; ++k) trained.effects.push_back({(i + k) % 20, 0});
        }
        trained.targets = {{100, IndicatorTarget::Sense::at_least, 0.5}, {140, IndicatorTarget::Sense::at_most, 0.6}};
        plan.model.indicators = {trained};
        return plan.run({}).indicators;
    };
    const auto few = counted(0), many = counted(9);
    for (std::size_t target = 0; target < 2; ++target) {
        EXPECT_GT(few[0][target].met, 100);
        EXPECT_EQ(few[0][target].met, many[0][target].met);
    }
}

// A course ends between day 80 and 140, its gate is due on day 120: by then it is over in one sample out of so many, and its
// effect holds the criterion in the very same samples. A second criterion never holds.
TEST(IndicatorCounter, GatesPassWhereDateAndCriteriaHold) {
    RiskCase plan;
    plan.add(triangle(80, 100, 140));
    plan.gate(120, {0});
    plan.gate(200, {0});
    IndicatorModel trained;
    trained.baseline = 1;
    trained.effects = {{0, 4}};
    trained.targets = {{100, IndicatorTarget::Sense::at_least, 5}, {200, IndicatorTarget::Sense::at_least, 5}};
    plan.model.indicators = {trained};
    plan.model.criteria = {{0, 0, {119, IndicatorTarget::Sense::at_least, 5}},
                           {1, 0, {199, IndicatorTarget::Sense::at_most, 4}}};
    SimulationOptions options;
    const Tally tally = plan.run(options);
    const std::int64_t on_time = tally.end.up_to(120);
    EXPECT_EQ(tally.criteria_met, (std::vector<std::int64_t>{on_time, 0}));
    const auto odds = gate_odds(tally);
    EXPECT_DOUBLE_EQ(odds[0].pass.value, odds[0].date.value);
    EXPECT_DOUBLE_EQ(odds[1].date.value, 1);
    EXPECT_DOUBLE_EQ(odds[1].pass.value, 0);
    EXPECT_DOUBLE_EQ(odds[1].joint_date.value, odds[0].date.value);
    EXPECT_EQ(tally.indicators[0][0].met, tally.end.up_to(101)) << "finished on day 100 means an exclusive end of 101";
    EXPECT_EQ(tally.indicators[0][1].met, 10'000);
    EXPECT_EQ(tally.first_met[0].up_to(100), tally.end.up_to(101));
    EXPECT_NEAR(percentile(tally.indicators[0][0], 0.9), 5, 0.01);
    EXPECT_NEAR(percentile(tally.indicators[0][0], 0.2), 1, 0.01) << "not yet trained";
    options.measures.indicators = false;
    EXPECT_EQ(plan.run(options).gate_passes, tally.gate_dates);
}

// Two courses raise an indicator from 1 by 4 and by 1; the gate asks for 5 when both are due. Without the first it never passes, so that
// all its passes go with it; without the second it passes all the same. A third activity does nothing to the indicator.
TEST(WorthCounter, CountsThePassesThatGoWithAnEffect) {
    RiskCase plan;
    plan.add(triangle(80, 100, 140));
    plan.add(triangle(10, 20, 30));
    plan.add(triangle(10, 20, 30));
    plan.gate(120, {0, 2});
    IndicatorModel trained;
    trained.baseline = 1;
    trained.effects = {{0, 4}, {1, 1}};
    plan.model.indicators = {trained};
    plan.model.criteria = {{0, 0, {119, IndicatorTarget::Sense::at_least, 5}}};
    const Tally tally = plan.run({});
    const std::int64_t passes = tally.gate_passes.at(1);
    EXPECT_GT(passes, 1000);
    EXPECT_EQ(tally.worth_samples, 10'000);
    EXPECT_EQ(tally.worth, (std::vector<WorthSums>{{0, 0, passes}, {1, 0, 0}}));
}

// Many effects: only so many batches are looked at, the same ones in every shard.
TEST(WorthCounter, LooksAtTheSameBatchesInShards) {
    RiskCase plan;
    IndicatorModel trained;
    for (std::int32_t i = 0; i < 200; ++i) {
        plan.add(triangle(8, 10, 14));
        trained.effects.push_back({i, 0.01});
    }
    plan.gate(13, {0});
    plan.model.indicators = {trained};
    plan.model.criteria = {{0, 0, {12, IndicatorTarget::Sense::at_least, 1.95}}};
    SimulationOptions options;
    options.samples = 2'000;
    const Tally whole = plan.run(options);
    EXPECT_GT(whole.worth_samples, 0);
    EXPECT_LT(whole.worth_samples, 500);
    options.to = 700;
    Tally parts = plan.run(options);
    options.from = 700;
    options.to = 2'000;
    ASSERT_TRUE(merge(parts, plan.run(options)));
    EXPECT_EQ(parts, whole);
    EXPECT_EQ(tally_from_json(to_json(whole)).value(), whole);
}

}  // namespace
}  // namespace masar::forecast
