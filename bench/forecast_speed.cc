// How fast samples are simulated: nanoseconds per activity and sample, best of several runs on one thread.
//   forecast_speed [activities] [samples]
// The network is the one that bench/peers/ simulate too: activity i follows i-1-(i*7)%20 and i-1-(i*13)%37 where those exist, with a
// triangular duration 0.8/1/1.5 of 10+(i*11)%40 days.
#include "forecast/simulate.h"
#include "problem/format/read_instance.h"
#include "problem/passes.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

namespace {

using namespace masar;
using forecast::Distribution;

/// Of this process, so that others on the machine count less.
double seconds_now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Case {
    problem::ProblemData data;
    forecast::RiskModel model;
};

Case network(std::int32_t activities) {
    Case made;
    for (std::int32_t i = 0; i < activities; ++i) {
        problem::Activity activity;
        const std::int32_t days = 10 + (i * 11) % 40;
        activity.modes = {problem::Mode{days, {}, {}, {}, 0}};
        made.data.activities.push_back(activity);
        for (const std::int32_t from : {i - 1 - (i * 7) % 20, i - 1 - (i * 13) % 37})
            if (from >= 0) made.data.links.push_back({from, i});
        made.model.durations.push_back({i, Distribution::triangular({days * 0.8, days * 1.0, days * 1.5}).value()});
    }
    return made;
}

/// Twenty drivers over fifty activities each, three working weeks, one cost line per activity over two budgets and ten years.
Case full(std::int32_t activities) {
    Case made = network(activities);
    constexpr problem::Day days = 12'000;
    for (int week = 0; week < 3; ++week) {
        std::vector<bool> worked;
        for (problem::Day day = 0; day < days; ++day) worked.push_back((day + week) % 7 < 5 && day % 61 != week);
        made.data.work_times.emplace_back(worked);
    }
    problem::Partition years;
    for (problem::Day day = 0; day < days; ++day) years.period_of_day.push_back(std::min(day / 365, 9));
    years.periods = 10;
    made.data.partitions.push_back(years);
    made.data.budgets = {{1, std::vector<std::int64_t>(10, 5'000'000)}, {1, std::vector<std::int64_t>(10, 5'000'000)}};
    for (std::int32_t i = 0; i < activities; ++i) {
        made.data.activities[static_cast<std::size_t>(i)].calendar = 1 + i % 3;
        made.model.costs.push_back({i, i % 2, 1000, 50, Distribution::certain(1), problem::Charge::at_finish});
    }
    for (auto& link : made.data.links) link.calendar = 1 + link.to % 3;
    const auto factor = Distribution::triangular({0.9, 1.05, 1.4}).value();
    for (int d = 0; d < 20; ++d) {
        forecast::RiskDriver driver{{0.3, factor}, {0.3, factor}, false, {}, {}};
        for (int k = 0; k < 50; ++k) driver.activities.push_back((d * 37 + k * 19) % activities);
        made.model.drivers.push_back(driver);
    }
    made.model.totals = {{{0, 1}, {}, {}}};
    return made;
}

struct Timing {
    double best_ns = 1e300;
    double mean_end = 0;
};

Timing measure(const problem::Problem& problem, const problem::Schedule& planned, const forecast::RiskModel& model,
               const forecast::SimulationOptions& options) {
    Timing timing;
    for (int run = 0; run < 5; ++run) {
        const double before = seconds_now();
        const auto tally = forecast::simulate({problem, planned, model}, options, {});
        const double seconds = seconds_now() - before;
        if (!tally) return timing;
        timing.best_ns =
            std::min(timing.best_ns, seconds * 1e9 / static_cast<double>(options.samples) / problem.size());
        timing.mean_end = static_cast<double>(tally->planned_end)
                          + static_cast<double>(tally->end_sum) / static_cast<double>(options.samples);
    }
    return timing;
}

problem::Schedule first_modes(const problem::Problem& problem) {
    return {problem::run_passes(problem, {}).earliest_start,
            std::vector<std::int32_t>(static_cast<std::size_t>(problem.size()), 0)};
}

void report(const char* what, const Timing& timing) {
    fmt::print("{:<58} {:8.3f} ns   mean end {:.2f}\n", what, timing.best_ns, timing.mean_end);
}

void run_networks(std::int32_t activities, std::int64_t samples) {
    forecast::SimulationOptions options;
    options.samples = samples;
    options.measures = {true, false, false, false};
    const Case plain = network(activities), rich = full(activities);
    const auto plain_problem = problem::Problem::make(plain.data).value();
    const auto rich_problem = problem::Problem::make(rich.data).value();
    const auto plain_schedule = first_modes(plain_problem), rich_schedule = first_modes(rich_problem);
    report("network, criticality", measure(plain_problem, plain_schedule, plain.model, options));
    options.lanes = forecast::Lanes::portable;
    report("the same, portable build", measure(plain_problem, plain_schedule, plain.model, options));
    options.lanes = forecast::Lanes::best;
    Case pert = plain;
    for (auto& each : pert.model.durations) each.days = Distribution::pert_beta(each.days.points()).value();
    report("the same, PERT-beta durations", measure(plain_problem, plain_schedule, pert.model, options));
    options.measures.sensitivity = true;
    report("the same, sensitivity, tornado and merge bias too",
           measure(plain_problem, plain_schedule, plain.model, options));
    options.measures = {true, false, true, false};
    report("drivers, calendars, costs, criticality", measure(rich_problem, rich_schedule, rich.model, options));
}

/// Mean over the instances of a folder of public problems: durations triangular 0.5/1/2.5 of the planned.
void run_policy(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    const auto format = problem::detect_format(file, text.str());
    if (!format) return;
    const auto problem = problem::read_instance(*format, text.str());
    if (!problem) return;
    forecast::RiskModel model;
    for (std::int32_t i = 0; i < problem->size(); ++i) {
        const double days = problem->activity(i).modes.front().duration;
        if (days > 0) model.durations.push_back({i, Distribution::triangular({days * 0.5, days, days * 2.5}).value()});
    }
    forecast::SimulationOptions options;
    options.samples = 10'000;
    options.simulator = forecast::Simulator::policy;
    options.measures = {false, false, false, false};
    const auto planned = first_modes(*problem);
    report(("policy, " + file.substr(file.rfind('/') + 1)).c_str(), measure(*problem, planned, model, options));
}

}  // namespace

int main(int argc, char** argv) {
    const std::int32_t activities = argc > 1 ? std::atoi(argv[1]) : 1000;
    const std::int64_t samples = argc > 2 ? std::atoll(argv[2]) : 10'000;
    fmt::print("masar, {} activities x {} samples, one thread, vector lanes: {}\n", activities, samples,
               masar::forecast::has_vector_lanes() ? "yes" : "no");
    run_networks(activities, samples);
    for (int i = 3; i < argc; ++i) run_policy(argv[i]);
    return 0;
}
