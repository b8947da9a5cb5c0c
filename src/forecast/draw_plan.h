#pragma once
// Everything about the random inputs that does not change from batch to batch: which case of each risk holds, quantile tables,
// factors of correlation matrices. Immutable; shared by all threads.
#include "forecast/simulate.h"
#include "forecast/simulation_network.h"
#include "forecast/value_tables.h"

namespace masar::forecast {

/// What a uniform number is for. Each purpose has its own numbering, so that a risk more does not change another's draws.
enum class Purpose : std::uint8_t { durations, drivers, events, branches, costs };

/// A driver or an event with the case that this simulation takes.
struct TakenDriver {
    bool active = false;
    float probability = 0;
    ValueSpec factor;
};
struct TakenEvent {
    bool active = false;
    float probability = 0;
    ValueSpec days, cost;
    double certain_cost = 0;      ///< exact where the cost is certain
    std::int32_t first_draw = 0;  ///< without seasons: occurrence, days, cost; per season those and the day it strikes
};

struct TakenGroup {
    std::vector<std::int32_t> members;  ///< positions in RiskModel::durations
    Matrix lower;                       ///< Cholesky factor of the correlation of the normal numbers
};

struct DrawPlan {
    DrawPlan(const Situation& situation, const SimulationNetwork& network, const SimulationOptions& options);

    const Situation& situation;
    const SimulationNetwork& network;
    const SimulationOptions& options;
    ValueTables tables;
    std::vector<ValueSpec> durations;  ///< per RiskModel::durations
    std::vector<TakenDriver> drivers;
    std::vector<TakenEvent> events;
    std::vector<TakenGroup> groups;
    std::vector<ValueSpec> cost_factors;  ///< per cost line
    std::vector<CostLine> costs;          ///< the model's, or those of the problem
    std::int32_t event_draws = 0;

    [[nodiscard]] std::int32_t draws(Purpose purpose) const;

private:
    void take_drivers();
    void take_events();
    void take_groups();
};

/// The case of a risk under a treatment; nothing when it is left out.
template <class Risk>
[[nodiscard]] auto case_of(const Risk& risk, Treatment treatment) -> const decltype(risk.before)* {
    switch (treatment) {
        case Treatment::left_out: return nullptr;
        case Treatment::before: return &risk.before;
        case Treatment::after: return &risk.after;
        case Treatment::as_planned: break;
    }
    return risk.mitigated ? &risk.after : &risk.before;
}

[[nodiscard]] inline Treatment treatment_at(const std::vector<Treatment>& treatments, std::size_t index) {
    return treatments.empty() ? Treatment::as_planned : treatments[index];
}

}  // namespace masar::forecast
