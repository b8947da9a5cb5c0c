#pragma once
// Small networks written in a line, for the tests of simulations.
#include "forecast/outlook.h"
#include "forecast/simulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace masar::forecast::cases {

/// A problem with its schedule and risks, built activity by activity. Days are ticks where a quantity is continuous: a test
/// that wants thousandths of a day counts a thousand ticks to the day.
struct RiskCase {
    problem::ProblemData data;
    RiskModel model;

    std::int32_t add(std::int32_t planned, std::vector<std::int32_t> after = {}) {
        const auto index = static_cast<std::int32_t>(data.activities.size());
        problem::Activity activity;
        activity.modes = {problem::Mode{planned, {}, {}, {}, 0}};
        data.activities.push_back(activity);
        for (const auto from : after) data.links.push_back({from, index});
        return index;
    }
    std::int32_t add(Distribution days, std::vector<std::int32_t> after = {}) {
        const auto index = add(static_cast<std::int32_t>(days.mean()), std::move(after));
        model.durations.push_back({index, std::move(days)});
        return index;
    }
    std::int32_t gate(problem::Day due_end, std::vector<std::int32_t> requires_done) {
        data.gates.push_back({due_end, false, 1, std::move(requires_done)});
        return static_cast<std::int32_t>(data.gates.size()) - 1;
    }

    [[nodiscard]] base::Result<Tally> try_run(const SimulationOptions& options, const SimulationRun& run = {}) const {
        const auto problem = problem::Problem::make(data);
        if (!problem) return tl::unexpected(problem.error());
        const auto passes = problem::Schedule{std::vector<problem::Day>(data.activities.size(), 0),
                                              std::vector<std::int32_t>(data.activities.size(), 0)};
        return simulate({*problem, passes, model}, options, run);
    }
    [[nodiscard]] Tally run(const SimulationOptions& options, const SimulationRun& run = {}) const {
        auto tally = try_run(options, run);
        if (!tally) throw std::runtime_error(tally.error().message.en);
        return *tally;
    }
};

inline Distribution triangle(double low, double mode, double high) {
    return Distribution::triangular({low, mode, high}).value();
}
inline Distribution pert(double low, double mode, double high) {
    return Distribution::pert_beta({low, mode, high}).value();
}

/// |measured − expected| in standard errors.
inline double misses(Estimate measured, double expected) {
    return std::abs(measured.value - expected) / measured.error;
}

/// Standard error of a standard deviation, for samples that are about normal.
inline double error_of_deviation(double deviation, std::int64_t samples) {
    return deviation / std::sqrt(2.0 * static_cast<double>(samples));
}

}  // namespace masar::forecast::cases
