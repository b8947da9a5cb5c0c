// The policy against its own promises, on generated problems: nothing begins before it may, no pool is ever overdrawn, and with
// planned durations it repeats a plan that the same scheme made.
#include "base/random_stream.h"
#include "forecast/risk_case_test.h"
#include "forecast/sample_worker.h"
#include "problem/checker.h"
#include "problem/generate_instance.h"
#include "problem/passes.h"

namespace masar::forecast {
namespace {

using namespace cases;
using problem::Day;
using problem::never;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

problem::Problem generated(problem::Shapes shapes, std::uint64_t seed) {
    problem::InstanceOptions options;
    options.activities = 14;
    options.pools = 3;
    options.longest_duration = 5;
    options.shapes = shapes;
    options.seed = seed;
    problem::ProblemData data = problem::generate_instance(options).data();
    for (auto& activity : data.activities) activity.latest_end = never;
    data.horizon = never;
    for (auto& time : data.work_times) {
        if (time.every_day()) continue;
        std::vector<bool> worked;
        for (Day day = 0; day < 3000; ++day) worked.push_back(time.works(day % time.horizon()));
        time = problem::WorkTime(worked);
    }
    return problem::Problem::make(std::move(data)).value();
}

/// Lets one batch happen and hands each lane to `check` as a schedule of the problem with that lane's durations.
template <class Check>
void for_each_sample(const problem::Problem& problem, bool uncertain, Check check) {
    const auto passes = problem::run_passes(problem, {});
    problem::Schedule planned{passes.earliest_start, std::vector<std::int32_t>(at(problem.size()), 0)};
    RiskModel model;
    for (std::int32_t i = 0; uncertain && i < problem.size(); ++i) {
        const double days = problem.activity(i).modes.front().duration;
        if (days > 0) model.durations.push_back({i, Distribution::triangular({days * 0.4, days, days * 3}).value()});
    }
    SimulationOptions options;
    const Situation situation{problem, planned, model};
    const SimulationNetwork network(problem, planned, model);
    const DrawPlan plan(situation, network, options);
    SampleDraws draws(plan, portable_lane_kernel());
    const PolicyNetwork policy(problem, planned, network);
    PolicySimulator simulator(policy, PolicySimulator::Causes::ignored);
    AlignedRows<std::int32_t> start(at(network.slots())), end(at(network.slots())), single(3);
    LaneRows rows;
    rows.duration = draws.durations();
    rows.start = start.data();
    rows.end = end.data();
    rows.project_end = single.row(0);
    rows.unsettled = single.row(1);
    draws.draw(0);
    simulator.run(rows, draws);
    for (std::int32_t lane = 0; lane < lanes; ++lane) {
        problem::ProblemData data = problem.data();
        problem::Schedule schedule = planned;
        for (std::int32_t slot = 0; slot < network.slots(); ++slot) {
            const auto i = at(network.activity_of(slot));
            for (auto& mode : data.activities[i].modes) mode.duration = rows.duration[slot * lanes + lane];
            schedule.start[i] = rows.start[slot * lanes + lane];
        }
        check(problem::Problem::make(std::move(data)).value(), schedule, rows.project_end[lane]);
    }
}

TEST(PolicySimulator, OverdrawsNothingAndKeepsEveryLink) {
    using problem::Shape;
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        for_each_sample(
            generated(seed % 2 == 0 ? problem::Shapes{} : problem::Shapes{Shape::calendars, Shape::windows}, seed),
            true, [&](const problem::Problem& sample, const problem::Schedule& schedule, Day end) {
                const auto breaches = problem::check(sample, schedule);
                EXPECT_TRUE(breaches.empty())
                    << "seed " << seed << ": breach " << static_cast<int>(breaches.front().kind);
                EXPECT_EQ(end, problem::makespan(sample, schedule));
            });
}

TEST(PolicySimulator, KeepsStartsAndFinishesApartAsAsked) {
    using problem::Shape;
    for (std::uint64_t seed = 1; seed <= 30; ++seed)
        for_each_sample(generated({Shape::mixed_links}, seed), false,
                        [&](const problem::Problem& sample, const problem::Schedule& schedule, Day) {
                            for (const auto& breach : problem::check(sample, schedule))
                                EXPECT_NE(breach.kind, problem::BreachKind::pool) << "seed " << seed;
                        });
}

TEST(PolicySimulator, MindsDatedCapacities) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed)
        for_each_sample(generated({problem::Shape::capacity_steps}, seed), false,
                        [&](const problem::Problem& sample, const problem::Schedule& schedule, Day) {
                            if (schedule.start == std::vector<Day>(schedule.start.size(), never)) return;
                            for (const auto& breach : problem::check(sample, schedule))
                                EXPECT_TRUE(schedule.start[at(std::max(breach.activity, 0))] >= never)
                                    << "seed " << seed;
                        });
}

// Without pools the policy and the network tell the same story, sample by sample.
TEST(PolicySimulator, IsTheNetworkWhereNothingIsScarce) {
    RiskCase plan;
    plan.add(triangle(5, 10, 30));
    plan.add(triangle(5, 10, 30), {0});
    plan.add(triangle(5, 20, 30), {0});
    plan.add(pert(5, 10, 30), {1, 2});
    plan.add(40);
    plan.data.links.push_back({4, 3});
    SimulationOptions options;
    options.samples = 2000;
    const Tally network = plan.run(options);
    options.simulator = Simulator::policy;
    const Tally policy = plan.run(options);
    EXPECT_EQ(policy.end, network.end);
    EXPECT_EQ(policy.planned_end, network.planned_end);
    EXPECT_EQ(policy.activities[3].critical, 2000) << "the last activity always drives the end";
    EXPECT_LE(policy.activities[4].critical, network.activities[4].critical);
}

// One crew for two jobs of an hour's difference: they follow one another in the planned order, whichever takes how long.
TEST(PolicySimulator, SharesOneCrewInThePlannedOrder) {
    RiskCase plan;
    plan.add(triangle(10, 20, 30));
    plan.add(triangle(10, 20, 30));
    plan.data.pools = {{{{0, 1}}}};
    for (auto& activity : plan.data.activities) activity.modes[0].demands = {{0, 1}};
    SimulationOptions options;
    options.samples = 20'000;
    options.simulator = Simulator::policy;
    const Tally tally = plan.run(options);
    EXPECT_EQ(tally.planned_end, 40);
    EXPECT_LT(misses(mean(tally.end), 40), 4);
    EXPECT_NEAR(standard_deviation(tally.end), std::sqrt(2 * (100.0 / 6 + 1.0 / 12)), 0.15);
    EXPECT_EQ(tally.activities[0].critical, 20'000) << "the crew that it frees lets the second begin";
}

// Where nothing but precedence and pools matters a shorter way is taken; a branch that is always taken leads past it.
TEST(PolicySimulator, TellsTheSameStoryOnBothWays) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        base::RandomStream stream(seed, 0);
        RiskCase plan;
        for (int i = 0; i < 70; ++i) {
            std::vector<std::int32_t> after;
            if (i > 4) after = {i - 1 - static_cast<std::int32_t>(stream.below(5))};
            plan.add(triangle(1, 5, seed == 3 ? 9000 : 15), after);
            plan.data.activities.back().modes[0].demands = {{0, 1 + static_cast<std::int32_t>(stream.below(3))},
                                                            {1, static_cast<std::int32_t>(stream.below(4))}};
        }
        plan.data.pools = {{{{0, 6}}}, {{{0, 7}}}};
        SimulationOptions options;
        options.samples = 200;
        options.simulator = Simulator::policy;
        const Tally shorter = plan.run(options);
        plan.model.branches = {{{{1, {0}}}}};
        const Tally longer = plan.run(options);
        EXPECT_EQ(shorter.end, longer.end) << seed;
        EXPECT_EQ(shorter.planned_end, longer.planned_end);
    }
}

TEST(PolicySimulatorThreads, GiveTheSameBytes) {
    RiskCase plan;
    for (int i = 0; i < 12; ++i)
        plan.add(triangle(5, 10, 30), i >= 3 ? std::vector<std::int32_t>{i - 3} : std::vector<std::int32_t>{});
    plan.data.pools = {{{{0, 2}, {50, 1}}}};
    for (auto& activity : plan.data.activities) activity.modes[0].demands = {{0, 1}};
    SimulationOptions options;
    options.samples = 3000;
    options.simulator = Simulator::policy;
    EXPECT_TRUE(plan.run(options, {2, nullptr, nullptr}) == plan.run(options));
}

}  // namespace
}  // namespace masar::forecast
