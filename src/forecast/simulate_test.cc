// What a simulation counts beyond dates: risks with and without mitigation, seasons, branches, money; and that threads, shards,
// builds and the order of merging do not change a byte.
#include "forecast/risk_case_test.h"

#include <cmath>

namespace masar::forecast {
namespace {

using namespace cases;

constexpr std::int64_t thousands = 20'000;

SimulationOptions with_samples(std::int64_t samples) {
    SimulationOptions options;
    options.samples = samples;
    return options;
}

problem::Partition years_of(problem::Day days, problem::Day length) {
    problem::Partition years;
    for (problem::Day day = 0; day < days; ++day) years.period_of_day.push_back(day / length);
    years.periods = (days + length - 1) / length;
    return years;
}

/// Two paths of three activities into one, every kind of risk, two budgets over years of 100 days, two gates.
RiskCase everything() {
    RiskCase plan;
    plan.add(triangle(20, 30, 60));
    plan.add(pert(20, 30, 60), {0});
    plan.add(Distribution::lognormal(30, 12).value(), {1});
    plan.add(Distribution::uniform(20, 40).value());
    plan.add(Distribution::discrete({{20, 3}, {50, 1}}).value(), {3});
    plan.add(triangle(10, 30, 50), {4});
    plan.add(10, {2, 5});
    plan.add(5, {2});
    plan.gate(100, {2});
    plan.gate(130, {6});
    plan.data.partitions.push_back(years_of(400, 100));
    constexpr auto free = problem::unlimited;
    plan.data.budgets = {{1, {500, 600, 700, 800}}, {1, {free, free, free, free}}};
    plan.model.drivers = {{{0.4, triangle(1.0, 1.2, 1.5)}, {0.1, triangle(1.0, 1.1, 1.2)}, false, {0, 40, 5}, {0, 3}}};
    plan.model.events = {{{0.3, triangle(5, 10, 20), triangle(50, 80, 120)},
                          {0.1, triangle(5, 10, 20), triangle(50, 80, 120)},
                          false,
                          {1, 30, 0},
                          1,
                          -1,
                          {1},
                          {}},
                         {{0.5, triangle(5, 10, 15), Distribution::certain(7)},
                          {0.5, triangle(5, 10, 15), Distribution::certain(7)},
                          false,
                          {},
                          1,
                          -1,
                          {4, 5},
                          {{40, 60}, {90, 110}}}};
    plan.model.branches = {{{{26.0 / 51, {7}}, {25.0 / 51, {}}}}};
    Matrix matrix = Matrix::identity(2);
    matrix.at(0, 1) = matrix.at(1, 0) = 0.6;
    plan.model.correlations = {{{0, 3}, matrix}};
    for (std::int32_t i = 0; i < 8; ++i)
        plan.model.costs.push_back({i, i % 2, 100, i, triangle(0.9, 1, 1.3), problem::Charge::at_finish});
    plan.model.totals = {{{0, 1}, {}}, {{0}, {3.6725}}};
    plan.model.questions = {{-1, 140, 0, 1400}, {1, 130, -1, 0}};
    plan.model.watched = {2, 7};
    return plan;
}

TEST(SimulateThreads, AndShardsGiveTheSameBytes) {
    const RiskCase plan = everything();
    SimulationOptions options = with_samples(5000);
    const Tally whole = plan.run(options);
    EXPECT_TRUE(to_json(plan.run(options, {2, nullptr, nullptr})) == to_json(whole));
    std::vector<Tally> shards;
    for (const auto& [from, to] : {std::pair{3001, 5000}, std::pair{0, 17}, std::pair{17, 3001}}) {
        options.from = from;
        options.to = to;
        shards.push_back(tally_from_json(to_json(plan.run(options, {2, nullptr, nullptr}))).value());
    }
    const Tally merged = merge_all(shards).value();
    EXPECT_TRUE(merged == whole);
    EXPECT_TRUE(to_json(merged) == to_json(whole));
    EXPECT_EQ(whole.samples(), 5000);
}

TEST(SimulateThreads, StopFromOutsideAndTellHowFarTheyAre) {
    struct StopAfterFirst : base::Progress {
        base::StopFlag flag;
        std::int64_t last = 0;
        void report(const base::ProgressState& state) override {
            EXPECT_GT(state.done, last);
            EXPECT_EQ(state.total, 100'000);
            last = state.done;
            flag.stop();
        }
    } watcher;
    const Tally part = everything().run(with_samples(100'000), {2, &watcher.flag, &watcher});
    EXPECT_LT(part.samples(), 100'000);
    EXPECT_EQ(part.samples(), part.end.total()) << "what was begun is counted in full";
}

TEST(Simulate, BothBuildsGiveTheSameBytes) {
    SimulationOptions options = with_samples(3000);
    const std::string best = to_json(everything().run(options));
    options.lanes = Lanes::portable;
    EXPECT_TRUE(to_json(everything().run(options)) == best);
}

TEST(Simulate, RefusesShardsThatDoNotFit) {
    const RiskCase plan = everything();
    SimulationOptions options = with_samples(300);
    options.to = 100;
    const Tally first = plan.run(options);
    options.from = 200;
    options.to = 300;
    const Tally last = plan.run(options);
    const auto gap = merge_all(std::vector{first, last});
    ASSERT_FALSE(gap);
    EXPECT_EQ(gap.error().message.en, "samples 100 to 199 are in none of the parts");
    EXPECT_EQ(gap.error().hint.en, "simulate the missing part with --from 100 --to 200");
    options.from = 90;
    options.to = 200;
    const auto overlap = merge_all(std::vector{first, plan.run(options), last});
    ASSERT_FALSE(overlap);
    EXPECT_EQ(overlap.error().message.en, "samples 90 to 99 are in two of the parts");
    options.seed = 2;
    EXPECT_FALSE(merge_all(std::vector{first, plan.run(options)}));
    RiskCase other = plan;
    other.model.drivers[0].before.probability = 0.5;
    options.seed = 1;
    const auto different = merge_all(std::vector{first, other.run(options)});
    ASSERT_FALSE(different);
    EXPECT_EQ(different.error().message.en, "the parts come from different plans, risks or options");
    EXPECT_FALSE(merge_all({}));
}

TEST(Simulate, RefusesWhatIsNoTally) {
    EXPECT_FALSE(tally_from_json("nothing"));
    EXPECT_FALSE(tally_from_json("[1]"));
    EXPECT_FALSE(tally_from_json(R"({"format": "masar-tally", "version": 1})"));
    std::string json = to_json(everything().run(with_samples(10)));
    json.replace(json.find("\"end_sum\":"), 10, "\"end_sun\":");
    const auto wrong = tally_from_json(json);
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().message.en.find("'end_sum'"), std::string::npos) << wrong.error().message.en;
}

TEST(Simulate, RefusesFaultyInputs) {
    const auto refusal = [](auto change) {
        RiskCase plan = everything();
        SimulationOptions options = with_samples(10);
        change(plan, options);
        const auto result = plan.try_run(options);
        return result ? "nothing" : result.error().message.en;
    };
    EXPECT_EQ(refusal([](RiskCase& plan, auto&) { plan.model.drivers[0].before.probability = 1.2; }),
              "the probability 1.2 is not between 0 and 1");
    EXPECT_EQ(refusal([](RiskCase& plan, auto&) { plan.model.durations[0].activity = 99; }),
              "the risk model names activity 99, but there are 8");
    EXPECT_EQ(refusal([](RiskCase& plan, auto&) { plan.model.durations[1].activity = 0; }),
              "activity 0 has two distributions of its duration");
    EXPECT_NE(refusal([](RiskCase& plan, auto&) {
                  plan.model.correlations = {{{0, 1, 2}, {3, {1, .9, -.9, .9, 1, .9, -.9, .9, 1}}}};
              }).find("smallest eigenvalue of the matrix is -0.800000"),
              std::string::npos);
    EXPECT_NE(refusal([](auto&, SimulationOptions& options) { options.samples = 0; }), "nothing");
    EXPECT_NE(refusal([](auto&, SimulationOptions& options) { options.from = 10; }), "nothing");
    EXPECT_NE(refusal([](auto&, SimulationOptions& options) {
                  options.sampling = Sampling::latin_hypercube;
                  options.converged_at = 0.01;
              }),
              "nothing");
}

TEST(Simulate, AnEventAddsItsDaysWhenItHappens) {
    RiskCase plan;
    plan.add(50);
    plan.add(20, {0});
    const EventCase before{0.25, Distribution::certain(10), Distribution::certain(1000)};
    const EventCase after{0.05, Distribution::certain(10), Distribution::certain(1000)};
    plan.data.budgets = {{0, {800}}};
    plan.model.events = {{before, after, false, {0, 300, 0}, 0, -1, {0}, {}}};
    plan.model.totals = {{{0}, {}}};
    const Tally tally = plan.run(with_samples(thousands));
    EXPECT_EQ(tally.end.up_to(70) + tally.end.counts.back(), thousands) << "day 70 or day 80, nothing between";
    const Estimate late = share(tally.end.counts.back(), thousands);
    EXPECT_LT(misses(late, 0.25), 4);
    EXPECT_EQ(tally.budgets[0][0].breached, tally.end.counts.back()) << "1000 against a ceiling of 800";
    EXPECT_EQ(tally.totals[0].sum, 1000 * tally.end.counts.back());
    // Mitigated: the same uniform numbers, so that what happens still happened before.
    SimulationOptions options = with_samples(thousands);
    options.events = {Treatment::after};
    const Tally mitigated = plan.run(options);
    EXPECT_LT(misses(share(mitigated.end.counts.back(), thousands), 0.05), 4);
    EXPECT_EQ(mitigated.totals[0].sum, 300 * thousands + 1000 * mitigated.end.counts.back());
    const auto bought = compare(tally, mitigated, 0.8, 300).value();
    EXPECT_EQ(bought.days, 10) << "a chance of one in four moves the P80, one in twenty does not";
    EXPECT_DOUBLE_EQ(*bought.days_per_unit, 10.0 / 300);
    EXPECT_NEAR(bought.mean_days, 10 * (0.25 - 0.05), 0.1);
    options.events = {Treatment::left_out};
    EXPECT_EQ(plan.run(options).end.counts, (std::vector<std::int64_t>{thousands}));
}

TEST(Simulate, AUnitCalledAwayInItsSeasonDoesNoWork) {
    const auto end_with = [](problem::Day floor) {
        RiskCase plan;
        plan.add(20);
        plan.model.not_before = {floor};
        const EventCase strike{1, Distribution::certain(10), {}};
        plan.model.events = {{strike, strike, false, {}, -1, -1, {0}, {{30, 31}}}};
        return plan.run(with_samples(32)).end;
    };
    EXPECT_EQ(end_with(0).first, 20) << "over before the season";
    EXPECT_EQ(end_with(15).first, 45) << "works 15 to 30, is away for 10 days, works 5 more";
    EXPECT_EQ(end_with(32).first, 60) << "would begin while away: begins on day 40";
    EXPECT_EQ(end_with(50).first, 70);
}

TEST(Simulate, ABranchNotTakenCostsNeitherTimeNorMoney) {
    RiskCase plan;
    plan.add(10);
    plan.add(30, {0});  // the prototype goes into service
    plan.add(5, {1});
    plan.gate(100, {1});
    plan.data.budgets = {{0, {problem::unlimited}}};
    plan.model.costs = {{1, 0, 500}};
    plan.model.totals = {{{0}, {}}};
    plan.model.branches = {{{{26, {1}}, {25, {}}}}};
    const Tally tally = plan.run(with_samples(thousands));
    const std::int64_t taken = thousands - tally.end.up_to(15);
    EXPECT_LT(misses(share(taken, thousands), 26.0 / 51), 4);
    EXPECT_EQ(tally.end.first, 15);
    EXPECT_EQ(tally.end.first + static_cast<problem::Day>(tally.end.counts.size()) - 1, 45);
    EXPECT_EQ(tally.totals[0].sum, 500 * taken);
    EXPECT_EQ(tally.gates[0].never, thousands - taken) << "a gate that requires what is not done is not reached";
    EXPECT_EQ(tally.gate_dates.at(1), taken);
}

TEST(Simulate, CostsFollowDurationsIntoTheirYears) {
    RiskCase plan;
    plan.add(triangle(80, 100, 140));
    plan.data.partitions.push_back(years_of(200, 100));
    plan.data.budgets = {{1, {250, 250}}};
    plan.model.costs = {{0, 0, 100, 2, Distribution::certain(1), problem::Charge::at_finish}};
    plan.model.totals = {{{0}, {}}};
    const Tally tally = plan.run(with_samples(thousands));
    std::int64_t expected = 0, first_year = 0;
    for (std::size_t i = 0; i < tally.end.counts.size(); ++i) {
        const std::int64_t days = tally.end.first + static_cast<std::int64_t>(i);
        expected += tally.end.counts[i] * (100 + 2 * days);
        if (days <= 100) first_year += tally.end.counts[i] * (100 + 2 * days);
    }
    EXPECT_EQ(tally.totals[0].sum, expected);
    EXPECT_EQ(tally.budgets[0][0].sum, first_year);
    EXPECT_EQ(tally.budgets[0][0].breached + tally.budgets[0][1].breached, thousands - tally.end.up_to(75));
    // 100 + 2·days is monotone, so that its percentiles are those of the days.
    for (const double p : {0.1, 0.5, 0.8, 0.9})
        EXPECT_NEAR(static_cast<double>(percentile(tally.totals[0], p).amount),
                    100 + 2.0 * percentile(tally.end, p).day, 1.0);
}

TEST(Simulate, JointConfidenceIsAskedInOneSample) {
    RiskCase plan = everything();
    const Tally tally = plan.run(with_samples(thousands));
    EXPECT_EQ(tally.questions[1], tally.gates[1].up_to(130)) << "without money it is the gate's own chance";
    EXPECT_GT(tally.questions[0], 0);
    EXPECT_LE(tally.questions[0], tally.end.up_to(140));
    std::int64_t cells = 0;
    for (const auto& [cell, count] : tally.end_and_cost) cells += count;
    EXPECT_EQ(cells, thousands);
}

TEST(Simulate, LatinHypercubeSpreadsEachInputEvenly) {
    RiskCase plan;
    plan.add(Distribution::uniform(0, 1'000'000).value());
    SimulationOptions options = with_samples(1000);
    options.sampling = Sampling::latin_hypercube;
    const Tally tally = plan.run(options);
    for (int stratum = 1; stratum <= 10; ++stratum)
        EXPECT_EQ(tally.end.up_to(stratum * 100'000), 100 * stratum) << "exactly a tenth in each tenth";
    // The mean of a sum is known far better than from independent draws.
    RiskCase sum;
    sum.add(triangle(8000, 10000, 15000));
    sum.add(triangle(8000, 10000, 15000), {0});
    EXPECT_NEAR(mean(sum.run(options).end).value, 22000, 5) << "independent: standard error 66";
}

TEST(Simulate, StopsWhenItKnowsEnough) {
    RiskCase plan;
    plan.add(triangle(80, 100, 140));
    SimulationOptions options = with_samples(1'000'000);
    options.converged_at = 0.002;
    const Tally tally = plan.run(options, {2, nullptr, nullptr});
    EXPECT_LT(tally.samples(), 1'000'000);
    EXPECT_EQ(tally.samples() % 4096, 0);
    EXPECT_LE(percentile(tally.end, 0.8).error, 0.002 * mean(tally.end).value);
    EXPECT_TRUE(tally == plan.run(options)) << "on one thread too";
}

TEST(Simulate, MitigationsOfNothingChangeNothing) {
    RiskCase plan;
    plan.add(triangle(10, 20, 40));
    const Tally base = plan.run(with_samples(1000));
    plan.model.drivers = {{{0, Distribution::certain(3)}, {0, Distribution::certain(3)}, false, {}, {0}}};
    EXPECT_EQ(plan.run(with_samples(1000)).end, base.end) << "a risk more does not disturb the other draws";
    EXPECT_FALSE(compare(base, plan.run(with_samples(999)), 0.8, 0));
}

}  // namespace
}  // namespace masar::forecast
