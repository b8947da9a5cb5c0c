// Each sample of the network simulator against the passes of the problem room, run alone on the durations of that sample: links
// of all kinds, lags of both signs, calendars, windows, forbidden periods, fixed activities, maximal lags.
#include "base/random_stream.h"
#include "forecast/draw_plan.h"
#include "forecast/sample_draws.h"
#include "problem/generate_instance.h"
#include "problem/passes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace masar::forecast {
namespace {

using problem::Day;
using problem::never;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// A generated problem whose windows have no end and whose horizon is far: what passes of one sample can be compared with.
problem::Problem generated(problem::Shapes shapes, std::uint64_t seed) {
    problem::InstanceOptions options;
    options.activities = 12;
    options.longest_duration = 5;
    options.shapes = shapes;
    options.seed = seed;
    problem::ProblemData data = problem::generate_instance(options).data();
    for (auto& activity : data.activities) activity.latest_end = never;
    data.horizon = never;
    data.pools.clear();
    for (auto& activity : data.activities)
        for (auto& mode : activity.modes) mode.demands.clear();
    return problem::Problem::make(std::move(data)).value();
}

/// Lengthens calendars by repeating their days, so that later samples still fit.
problem::Problem with_long_calendars(const problem::Problem& problem) {
    problem::ProblemData data = problem.data();
    for (auto& time : data.work_times) {
        if (time.every_day()) continue;
        std::vector<bool> worked;
        for (Day day = 0; day < time.horizon(); ++day) worked.push_back(time.works(day));
        const std::size_t length = worked.size();
        while (worked.size() < 2000) worked.push_back(worked[worked.size() - length]);
        time = problem::WorkTime(worked);
    }
    return problem::Problem::make(std::move(data)).value();
}

struct OneBatch {
    explicit OneBatch(const problem::Problem& problem, const RiskModel& model, const LaneKernel& with)
        : planned{std::vector<Day>(at(problem.size()), 0), modes_of(problem)},
          situation{problem, planned, model},
          network(problem, planned, model),
          plan(situation, network, options),
          draws(plan, with),
          start(at(network.slots())),
          end(at(network.slots())),
          late_start(at(network.slots())),
          late_end(at(network.slots())),
          single(3),
          parts((at(network.slots()) * at(critical_parts)) / at(lanes) + 1),
          critical(at(network.slots()), 0) {
        draws.draw(64);
        single.fill(1, 1);
        rows = {draws.durations(),    start.data(),       end.data(),    late_start.data(), late_end.data(), nullptr,
                draws.absence_from(), draws.absence_to(), single.row(0), single.row(1),     single.row(2)};
        with.forward(network.lanes_view(), rows);
        with.backward(network.lanes_view(), rows, parts.data());
        for (std::size_t i = 0; i < critical.size() * at(critical_parts); ++i)
            critical[i / at(critical_parts)] += parts.data()[i];
    }
    static std::vector<std::int32_t> modes_of(const problem::Problem& problem) {
        std::vector<std::int32_t> modes;
        for (std::int32_t i = 0; i < problem.size(); ++i)
            modes.push_back(problem.activity(i).optional ? problem::Schedule::not_chosen : 0);
        return modes;
    }

    SimulationOptions options;
    problem::Schedule planned;
    Situation situation;
    SimulationNetwork network;
    DrawPlan plan;
    SampleDraws draws;
    AlignedRows<std::int32_t> start, end, late_start, late_end, single, parts;
    std::vector<std::int64_t> critical;
    LaneRows rows;
};

RiskModel every_duration_uncertain(const problem::Problem& problem) {
    RiskModel model;
    for (std::int32_t i = 0; i < problem.size(); ++i) {
        const auto& activity = problem.activity(i);
        const double days = activity.modes.front().duration;
        if (days > 0 && activity.fixed < 0)
            model.durations.push_back({i, Distribution::triangular({days * 0.5, days, days * 3}).value()});
    }
    return model;
}

problem::Passes passes_of_lane(const problem::Problem& problem, const OneBatch& batch, std::int32_t lane) {
    problem::ProblemData data = problem.data();
    for (std::int32_t slot = 0; slot < batch.network.slots(); ++slot) {
        auto& activity = data.activities[at(batch.network.activity_of(slot))];
        for (auto& mode : activity.modes) mode.duration = batch.rows.duration[slot * lanes + lane];
    }
    const auto sampled = problem::Problem::make(std::move(data)).value();
    problem::PassOptions options;
    options.modes = batch.planned.mode;
    return problem::run_passes(sampled, options);
}

void expect_the_passes(const problem::Problem& problem, std::uint64_t seed) {
    const RiskModel model = every_duration_uncertain(problem);
    const OneBatch batch(problem, model, portable_lane_kernel());
    std::vector<std::int64_t> critical(at(batch.network.slots()), 0);
    for (std::int32_t lane = 0; lane < lanes; ++lane) {
        const auto passes = passes_of_lane(problem, batch, lane);
        EXPECT_EQ(batch.rows.unsettled[lane] != 0, !passes.contradiction.empty()) << "seed " << seed;
        if (!passes.contradiction.empty()) {
            critical.assign(critical.size(), -1);
            continue;
        }
        EXPECT_EQ(batch.rows.project_end[lane], passes.makespan) << "seed " << seed << " lane " << lane;
        for (std::int32_t slot = 0; slot < batch.network.slots(); ++slot) {
            const auto i = at(batch.network.activity_of(slot));
            EXPECT_EQ(batch.start.row(at(slot))[lane], passes.earliest_start[i]) << seed << " " << lane << " " << i;
            EXPECT_EQ(batch.end.row(at(slot))[lane], passes.earliest_end[i]) << seed << " " << lane << " " << i;
            if (problem.activity(static_cast<std::int32_t>(i)).fixed >= 0) continue;
            EXPECT_EQ(batch.late_start.row(at(slot))[lane], passes.latest_start[i]) << seed << " " << lane << " " << i;
            if (critical[at(slot)] >= 0) critical[at(slot)] += passes.latest_start[i] <= passes.earliest_start[i];
        }
    }
    if (!critical.empty() && critical.front() >= 0) {
        EXPECT_EQ(batch.critical, critical) << "seed " << seed;
    }
}

TEST(NetworkSamples, AreTheCriticalPathPassesOfPlainNetworks) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) expect_the_passes(generated({}, seed), seed);
}

TEST(NetworkSamples, KeepLinksOfAllKindsAndLags) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        expect_the_passes(generated({problem::Shape::mixed_links}, seed), seed);
}

TEST(NetworkSamples, KeepCalendarsWindowsAndForbiddenPeriods) {
    using problem::Shape;
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        expect_the_passes(with_long_calendars(generated(
                              {Shape::mixed_links, Shape::calendars, Shape::windows, Shape::forbidden}, seed)),
                          seed);
}

TEST(NetworkSamples, LeaveWhatIsDoneWhereItWas) {
    using problem::Shape;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        expect_the_passes(with_long_calendars(generated({Shape::calendars, Shape::fixed, Shape::modes}, seed)), seed);
}

TEST(NetworkSamples, LetMaximalLagsPushBack) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        expect_the_passes(generated({problem::Shape::mixed_links, problem::Shape::maximal_lags}, seed), seed);
}

TEST(NetworkSamples, AreTheSameInBothBuilds) {
    if (!has_vector_lanes()) GTEST_SKIP() << "this machine has no AVX2";
    using problem::Shape;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto problem = with_long_calendars(
            generated({Shape::mixed_links, Shape::calendars, Shape::forbidden, Shape::maximal_lags}, seed));
        const RiskModel model = every_duration_uncertain(problem);
        const OneBatch portable(problem, model, portable_lane_kernel()), vector(problem, model, vector_lane_kernel());
        const std::size_t size = at(portable.network.slots() * lanes);
        for (const auto row : {&OneBatch::start, &OneBatch::end, &OneBatch::late_start})
            EXPECT_TRUE(std::equal((portable.*row).data(), (portable.*row).data() + size, (vector.*row).data()));
        EXPECT_EQ(portable.critical, vector.critical);
    }
}

// Where nobody looks at the uniform numbers, they are used up as they are drawn: the same durations come of them.
TEST(NetworkSamples, HaveTheSameDurationsWhenDrawsAreUsedUp) {
    for (const LaneKernel* kernel : {&portable_lane_kernel(), &vector_lane_kernel()}) {
        if (kernel == &vector_lane_kernel() && !has_vector_lanes()) continue;
        const auto problem = generated({problem::Shape::mixed_links}, 3);
        const RiskModel model = every_duration_uncertain(problem);
        const problem::Schedule planned{std::vector<Day>(at(problem.size()), 0), OneBatch::modes_of(problem)};
        const Situation situation{problem, planned, model};
        const SimulationNetwork network(problem, planned, model);
        SimulationOptions kept, used_up;
        used_up.measures.sensitivity = false;
        const DrawPlan with_rows(situation, network, kept), without(situation, network, used_up);
        SampleDraws all(with_rows, *kernel), few(without, *kernel);
        for (const std::uint64_t first : {0, 64, 4096}) {
            all.draw(first);
            few.draw(first);
            const auto size = at(network.slots()) * at(lanes);
            EXPECT_TRUE(std::equal(all.durations(), all.durations() + size, few.durations()));
        }
    }
}

// The backward pass may write over the starts.
TEST(NetworkSamples, FindTheSameCriticalOnesWhenLatestStartsTakeThePlaceOfStarts) {
    using problem::Shape;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto problem =
            with_long_calendars(generated({Shape::mixed_links, Shape::calendars, Shape::forbidden}, seed));
        const RiskModel model = every_duration_uncertain(problem);
        OneBatch apart(problem, model, portable_lane_kernel());
        AlignedRows<std::int32_t> again(apart.parts.count());
        LaneRows rows = apart.rows;
        rows.late_start = rows.start;
        portable_lane_kernel().backward(apart.network.lanes_view(), rows, again.data());
        EXPECT_TRUE(std::equal(again.data(), again.data() + again.count() * at(lanes), apart.parts.data())) << seed;
    }
}

// Word i of sample k is word i of base::RandomStream(seed, k): the lanes invent no generator of their own.
TEST(NetworkSamples, DrawTheWordsOfTheirStreams) {
    alignas(64) float rows[8 * lanes];
    for (const LaneKernel* kernel : {&portable_lane_kernel(), &vector_lane_kernel()}) {
        if (kernel == &vector_lane_kernel() && !has_vector_lanes()) continue;
        kernel->uniform_rows({0x123456789ABCDEF, 96, 0, 2, rows});
        for (std::int32_t lane = 0; lane < lanes; ++lane) {
            base::RandomStream stream(0x123456789ABCDEF, 96 + static_cast<std::uint64_t>(lane));
            for (std::int32_t i = 0; i < 8; ++i)
                EXPECT_EQ(rows[i * lanes + lane], (static_cast<float>(stream.next() >> 9) + 0.5F) * 0x1p-23F);
        }
    }
}

// Durations take half a word each: the lower half, then the upper one. The outermost halves are told apart further, to 2^-24.
TEST(NetworkSamples, TakeTwoDurationsOfAWord) {
    constexpr std::int32_t groups = 64;
    AlignedRows<float> rows(half_draws * groups);
    for (const LaneKernel* kernel : {&portable_lane_kernel(), &vector_lane_kernel()}) {
        if (kernel == &vector_lane_kernel() && !has_vector_lanes()) continue;
        int outermost = 0;
        std::set<float> distinct;
        for (std::uint64_t first = 0; first < 1024; first += lanes) {
            kernel->half_uniform_rows({0xFEDCBA987654321, first, 0, groups, rows.data()});
            for (std::int32_t lane = 0; lane < lanes; ++lane) {
                base::RandomStream stream(0xFEDCBA987654321, first + static_cast<std::uint64_t>(lane));
                for (std::int32_t i = 0; i < 4 * groups; ++i) {
                    const std::uint32_t word = stream.next();
                    for (const std::int32_t part : {0, 1}) {
                        const float u = rows.data()[(2 * i + part) * lanes + lane];
                        const std::uint32_t half = part == 0 ? word & 0xFFFF : word >> 16;
                        const float low = static_cast<float>(half) * 0x1p-16F;
                        if (half != 0 && half != 0xFFFF) {
                            EXPECT_EQ(u, low + 0x1p-17F);
                            continue;
                        }
                        EXPECT_TRUE(u > low && u < low + 0x1p-16F) << u;
                        ++outermost;
                        distinct.insert(u);
                    }
                }
            }
        }
        // 2·2^-16 of 524,288 draws: 16 expected; 4 and 40 lie more than three deviations away, and 256 places are there to fall into.
        EXPECT_TRUE(outermost > 4 && outermost < 40) << outermost;
        EXPECT_GT(distinct.size(), static_cast<std::size_t>(outermost) * 3 / 4);
    }
}

// The tables behind PERT-beta, normal, lognormal and exponential: within 5e-5 of the standard deviation anywhere between the 1 % and 99 %
// points, and within 1e-3 out to the last sample of a million.
TEST(NetworkSamples, ReadQuantilesFromTables) {
    const Distribution all[] = {Distribution::pert_beta({2, 3, 20}).value(),
                                Distribution::pert_beta({2, 20, 20}).value(), Distribution::normal(50, 5).value(),
                                Distribution::lognormal(20, 12).value(), Distribution::exponential(4).value()};
    for (const Distribution& distribution : all) {
        ValueTables tables;
        const ValueSpec spec = tables.spec_of(distribution);
        ASSERT_EQ(spec.form, ValueSpec::Form::table);
        const double spread = std::sqrt(distribution.variance());
        for (int step = 1; step < 4000; ++step) {
            alignas(64) float u[lanes], value[lanes];
            for (std::int32_t l = 0; l < lanes; ++l)
                u[l] = (static_cast<float>(step) + 0.03F * static_cast<float>(l)) / 4000;
            u[0] = static_cast<float>(step) * 1e-6F;
            u[1] = 1 - u[0];
            portable_lane_kernel().value_row(spec, u, value);
            for (std::int32_t l = 0; l < lanes; ++l) {
                const bool inner = u[l] > 0.01F && u[l] < 0.99F;
                EXPECT_NEAR(value[l], distribution.quantile(u[l]), (inner ? 5e-5 : 1e-3) * spread) << u[l];
            }
        }
    }
}

}  // namespace
}  // namespace masar::forecast
