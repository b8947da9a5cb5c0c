#pragma once
// For tests and benchmarks: a made-up roadmap of any size with everything that the real ones have. Working weeks and holidays
// of two sides and their joint calendar, thirteen pools with a dated reduction, windows, periods to avoid, links with lags,
// two yearly ceilings charged at the start, soft gates. A function of its options alone.
#include "base/random_stream.h"
#include "problem/problem.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace masar::engine {

struct RoadmapOptions {
    std::int32_t activities = 117;
    std::uint64_t seed = 1;
    double load = 0.8;      ///< mean use of the pools over the years, at most
    double ceiling = 1.15;  ///< yearly ceilings as a multiple of the mean yearly cost
};

namespace roadmap_like {

constexpr problem::Day horizon = 2190, planned = 1640;  ///< six years, of which four and a half hold the work
constexpr std::int32_t pools = 13;

inline problem::WorkTime calendar(std::uint64_t seed, std::int32_t rest) {
    base::RandomStream random(seed, static_cast<std::uint64_t>(1000 + rest));
    std::vector<bool> worked(static_cast<std::size_t>(horizon));
    for (problem::Day day = 0; day < horizon; ++day) {
        const std::int32_t weekday = day % 7;
        const bool weekend = weekday == rest || weekday == (rest + 1) % 7;
        worked[static_cast<std::size_t>(day)] = !weekend && random.below(28) != 0;
    }
    return problem::WorkTime(worked);
}

inline problem::Partition years(problem::Day first_year_ends) {
    problem::Partition partition;
    for (problem::Day day = 0; day < horizon; ++day) {
        partition.period_of_day.push_back(day < first_year_ends ? 0 : 1 + (day - first_year_ends) / 365);
    }
    partition.periods = partition.period_of_day.back() + 1;
    return partition;
}

inline void add_activities(problem::ProblemData& data, const RoadmapOptions& options, base::RandomStream& random) {
    for (std::int32_t i = 0; i < options.activities; ++i) {
        problem::Activity activity;
        activity.calendar = 1 + static_cast<std::int32_t>(random.below(3));
        problem::Mode mode;
        mode.duration = random.below(12) == 0 ? 0 : 5 + static_cast<std::int32_t>(random.below(40));
        for (std::uint32_t needs = 1 + random.below(2); needs > 0 && mode.duration > 0; --needs) {
            const auto pool = static_cast<std::int32_t>(random.below(pools));
            const bool named = !mode.demands.empty() && mode.demands.front().pool == pool;
            if (!named) mode.demands.push_back({pool, 1 + static_cast<std::int32_t>(random.below(3))});
        }
        mode.expenses.push_back({static_cast<std::int32_t>(random.below(2)), 20 + random.below(180)});
        activity.modes.push_back(std::move(mode));
        if (random.below(9) == 0) activity.forbidden = 0;
        data.activities.push_back(std::move(activity));
    }
}

/// Chains of about six activities, side by side: where each stands in time, roughly.
inline std::vector<problem::Day> add_links(problem::ProblemData& data, base::RandomStream& random) {
    const auto count = static_cast<std::int32_t>(data.activities.size());
    const std::int32_t lanes = std::max(3, count / 14);
    std::vector<problem::Day> rough(data.activities.size());
    for (std::int32_t i = lanes; i < count; ++i) {
        const std::uint32_t links = 1 + (random.below(3) == 0 ? 1 : 0);
        for (std::uint32_t link = 0; link < links; ++link) {
            const std::int32_t from =
                i - lanes
                + static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(link == 0 ? 1 : lanes / 2 + 1)));
            const std::int32_t lag = random.below(4) == 0 ? static_cast<std::int32_t>(random.below(15)) : 0;
            data.links.push_back({from, i, problem::Anchor::finish, problem::Anchor::start, problem::Sense::at_least,
                                  lag, data.activities[static_cast<std::size_t>(i)].calendar});
            const auto& before = data.activities[static_cast<std::size_t>(from)].modes.front();
            rough[static_cast<std::size_t>(i)] =
                std::max(rough[static_cast<std::size_t>(i)],
                         rough[static_cast<std::size_t>(from)] + (before.duration + lag) * 8 / 5);
        }
    }
    return rough;
}

inline void add_limits(problem::ProblemData& data, const RoadmapOptions& options) {
    std::vector<double> work(pools), most(pools);
    std::vector<double> cost(2);
    for (const auto& activity : data.activities) {
        const auto& mode = activity.modes.front();
        for (const auto& demand : mode.demands) {
            work[static_cast<std::size_t>(demand.pool)] += static_cast<double>(demand.units) * mode.duration;
            most[static_cast<std::size_t>(demand.pool)] =
                std::max<double>(most[static_cast<std::size_t>(demand.pool)], demand.units);
        }
        for (const auto& expense : mode.expenses)
            cost[static_cast<std::size_t>(expense.budget)] += static_cast<double>(expense.amount);
    }
    const double days = planned * 4.0 / 7;  // working days that two calendars share
    for (std::size_t pool = 0; pool < work.size(); ++pool) {
        const auto capacity =
            static_cast<std::int32_t>(std::ceil(std::max(most[pool], work[pool] / days / options.load)));
        const auto reduced = static_cast<std::int32_t>(std::max(most[pool], std::floor(capacity * 0.75)));
        data.pools.push_back({{{0, capacity}, {600, reduced}, {700, capacity}}});
    }
    for (std::int32_t budget = 0; budget < 2; ++budget) {
        const std::int32_t partition = budget + 1;
        const double yearly = cost[static_cast<std::size_t>(budget)] * 365 / planned * options.ceiling;
        const auto periods = static_cast<std::size_t>(data.partitions[static_cast<std::size_t>(partition)].periods);
        data.budgets.push_back({partition, std::vector(periods, static_cast<std::int64_t>(yearly))});
    }
}

inline void add_windows_and_gates(problem::ProblemData& data, const std::vector<problem::Day>& rough,
                                  base::RandomStream& random) {
    problem::Gate gates[4];
    for (std::size_t i = 0; i < rough.size(); ++i) {
        auto& activity = data.activities[i];
        if (random.below(12) == 0) activity.latest_end = std::min(horizon, rough[i] + 450);
        if (random.below(12) == 0) activity.earliest_start = rough[i] / 2;
        if (random.below(10) == 0)
            gates[std::min<problem::Day>(3, rough[i] / 350)].requires_done.push_back(static_cast<std::int32_t>(i));
    }
    for (problem::Day phase = 0; phase < 4; ++phase) {
        gates[phase].due_end = std::min(horizon, 350 * (phase + 1) + 450);
        data.gates.push_back(gates[phase]);
    }
}

}  // namespace roadmap_like

[[nodiscard]] inline problem::Problem make_roadmap_like(const RoadmapOptions& options) {
    using namespace roadmap_like;
    base::RandomStream random(options.seed, 7);
    problem::ProblemData data;
    data.horizon = horizon;
    const problem::WorkTime one = calendar(options.seed, 5), other = calendar(options.seed, 4);
    std::vector<bool> both(static_cast<std::size_t>(horizon));
    for (problem::Day day = 0; day < horizon; ++day)
        both[static_cast<std::size_t>(day)] = one.works(day) && other.works(day);
    data.work_times = {problem::WorkTime(), one, other, problem::WorkTime(both)};
    data.partitions = {problem::Partition{}, years(365), years(273)};
    data.forbidden_sets = {{{330, 360}, {690, 720}, {1040, 1070}, {1400, 1430}}};
    data.objectives = {problem::Objective::gate_lateness, problem::Objective::makespan};
    add_activities(data, options, random);
    const auto rough = add_links(data, random);
    add_limits(data, options);
    add_windows_and_gates(data, rough, random);
    return *problem::Problem::make(std::move(data));
}

}  // namespace masar::engine
