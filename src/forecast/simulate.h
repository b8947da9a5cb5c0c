#pragma once
// Monte Carlo over a planned schedule: what may come of it. One sample = one possible course of events; sample k of a seed is a
// pure function of (inputs, seed, k), so threads, shards and ranks do not change a byte of the result.
#include "base/progress.h"
#include "forecast/risk_model.h"
#include "forecast/tally.h"

namespace masar::forecast {

enum class Simulator : std::uint8_t {
    network,  ///< earliest dates over links, lags, calendars and windows; pools are taken as settled by the plan
    policy,  ///< the planned order replayed day by day under pools, as staff would (resource-based policy, parallel scheme)
};

enum class Sampling : std::uint8_t {
    independent,
    latin_hypercube,  ///< each input is spread evenly over all samples (McKay 1979); needs their total number
};

/// Which build of the arithmetic runs; both give the same bytes.
enum class Lanes : std::uint8_t { best, portable };

struct Measures {
    bool criticality = true;  ///< backward pass per sample (network only; the policy counts what drove the end)
    bool sensitivity = true;  ///< cruciality, sensitivity index, tornado, merge bias
    bool costs = true;
    bool indicators = true;
    bool worth = true;  ///< gate passes that hang on each activity's effects
};

struct SimulationOptions {
    std::int64_t samples = 10'000;  ///< in total, over all shards; at most 16,777,216
    std::int64_t from = 0;          ///< this shard: samples [from, to)
    std::int64_t to = -1;           ///< -1 = samples
    std::uint64_t seed = 1;
    Simulator simulator = Simulator::network;
    Sampling sampling = Sampling::independent;
    Measures measures;
    /// Stop at the first multiple of 4,096 samples at which the standard error of the P80 of the end is at most this part of the
    /// mean length; 0 = take all samples. Not with shards, not with Latin hypercube.
    double converged_at = 0;
    std::vector<Treatment> drivers, events;  ///< per driver and event; empty = as planned
    Lanes lanes = Lanes::best;
};

struct SimulationRun {
    std::int32_t threads = 1;              ///< never changes the result
    const base::StopFlag* stop = nullptr;  ///< may be null; when it stops, the tally holds the samples taken so far
    base::Progress* progress = nullptr;    ///< may be null; called by one thread at a time
};

/// What is simulated. The references must outlive the call.
struct Situation {
    const problem::Problem& problem;
    const problem::Schedule& planned;  ///< modes, what is left out, and the order for the policy
    const RiskModel& model;
};

/// Refuses a faulty model (find_model_fault) and options that contradict each other.
[[nodiscard]] base::Result<Tally> simulate(const Situation& situation, const SimulationOptions& options,
                                           const SimulationRun& run);

/// Whether this machine runs the vector build (x86-64-v3).
[[nodiscard]] bool has_vector_lanes();

}  // namespace masar::forecast
