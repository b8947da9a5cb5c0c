#pragma once
// What a simulation of the plan says, in the plan's own words: how surely each gate, date, ceiling and target is met, and what
// drives the end. Every number comes with its standard error where one can be given.
#include "plan/outcomes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

/// A number from samples and its standard error.
struct Sampled {
    double value = 0;
    double error = 0;
};

/// The first day by which at least this part of the samples was done.
struct DatePercentile {
    double probability = 0;
    std::optional<calendar::Date> date;  ///< none = not reached in so many samples
    double error_days = 0;
};
struct DatePoint {
    calendar::Date date;
    double probability = 0;
};

struct GateForecast {
    GateIndex gate;
    calendar::Date due;
    Sampled by_date;                 ///< all that it requires is done by the due date
    Sampled pass;                    ///< and its criteria hold then
    Sampled joint_date, joint_pass;  ///< together with all gates before it
    std::vector<Sampled> criteria;   ///< by Gate::criteria: each by itself
    std::vector<DatePercentile> dates;
    std::vector<DatePoint> curve;
};

struct AmountPercentile {
    double probability = 0;
    std::int64_t minor = 0;
    double error_minor = 0;
};
/// A fiscal year of a fund, or of a whole side, or all years of a side or of everybody.
struct MoneyForecast {
    SideIndex side;           ///< unknown = everybody
    FundIndex fund;           ///< unknown = all funds of the side
    std::optional<int> year;  ///< none = all years
    base::Currency currency;
    std::int64_t mean = 0;
    std::vector<AmountPercentile> spent;
    std::optional<std::int64_t> ceiling;
    Sampled breach;  ///< chance of spending more than the ceiling
};

/// The chance of being done by a day within an amount of money, both together.
struct JointConfidence {
    SideIndex side;  ///< whose money; unknown = everybody's
    calendar::Date by;
    std::int64_t within = 0;
    base::Currency currency;
    Sampled chance;
};
/// For one confidence: what the end may cost in time if it may cost so much money. Date to four weeks, amount to a 64th.
struct JointPoint {
    calendar::Date by;
    std::int64_t within = 0;
};

/// How an activity drives the end.
struct ActivityDrive {
    ActivityIndex activity;
    Sampled criticality;     ///< part of the samples in which it was critical
    double cruciality = 0;   ///< correlation of its duration with the end, without sign
    double sensitivity = 0;  ///< criticality × spread of its duration ÷ spread of the end
};

/// The mean end, in days from the planned one, when one input is low and when it is high.
struct TornadoBar {
    ActivityIndex activity;  ///< its duration; or
    RiskIndex risk;          ///< whether it happens
    double low = 0, high = 0;
    double error = 0;
};

/// How many days later than the latest single predecessor an activity can begin on average, because all must be done.
struct MergeForecast {
    ActivityIndex activity, latest;
    double days = 0;
};

struct IndicatorForecast {
    struct Year {
        calendar::Date on;  ///< last day of the fiscal year
        int year = 0;
        double low = 0, middle = 0, high = 0;  ///< P10, P50, P90
        std::optional<base::Decimal> target;
        Sampled met;
        std::optional<int> surely;  ///< earliest year with a target at whose end this one holds in 80 % of the samples
    };
    IndicatorIndex indicator;
    std::vector<Year> years;
};

/// How much of a gate's chance to pass goes with what an activity does to indicators.
struct LostChance {
    ActivityIndex activity;
    GateIndex gate;
    Sampled chance;
};

enum class SimulationManner : std::uint8_t { network, resource };

struct Forecast {
    std::uint64_t seed = 1;
    std::int64_t samples = 0, asked = 0;
    std::int64_t from = 0, to = 0;  ///< of a shard: [from, to); else [0, asked)
    SimulationManner manner = SimulationManner::network;
    bool latin_hypercube = false;
    bool stopped = false;            ///< Ctrl-C: of the samples so far
    bool converged = false;          ///< ended early because the error asked for was reached
    std::int64_t contradictory = 0;  ///< samples in which a greatest lag could not be kept

    calendar::Date planned_end;  ///< inclusive
    Sampled by_planned_end;
    std::vector<DatePercentile> end;
    std::vector<DatePoint> curve;
    Sampled mean_delay;  ///< days after the planned end
    double spread_days = 0;

    std::vector<GateForecast> gates;
    Sampled all_gates_by_date, all_gates_pass;
    std::vector<MoneyForecast> money;  ///< by side: funds by year, side by year, side in all; then everybody
    std::vector<JointConfidence> joint;
    double joint_level = 0.7;
    std::vector<JointPoint> frontier;   ///< earliest date first
    std::vector<ActivityDrive> drives;  ///< by sensitivity
    std::vector<TornadoBar> tornado;    ///< longest first
    std::vector<MergeForecast> merges;  ///< greatest first
    std::vector<IndicatorForecast> indicators;
    Outcomes outcomes;             ///< of the planned dates
    std::vector<LostChance> lost;  ///< greatest first

    std::int64_t uncertain_activities = 0, risks = 0, branches = 0, correlations = 0;
    SideIndex shown_to;  ///< known: made of what this side may read
};

/// What a change does to a gate.
struct GateShift {
    GateIndex gate;
    Sampled days;     ///< earlier by, at the percentile; the error is an upper estimate
    double pass = 0;  ///< change of its chance to pass, from -1 to 1
};

/// Two simulations with the same random numbers.
struct WhatIf {
    std::string change;      ///< "--without rsk-02", as typed
    RiskIndex risk;          ///< known: about this risk …
    ActivityIndex activity;  ///< … or this activity
    enum class Kind : std::uint8_t { without, mitigated, unmitigated, set } kind = Kind::without;
    double probability = 0.8;
    std::optional<calendar::Date> before, after;  ///< the percentile of the end
    Sampled days;                                 ///< earlier by, at the percentile; negative = later
    double mean_days = 0;
    std::optional<base::Money> cost;  ///< of the change, when it costs something
    /// Days earlier per thousand of the cost's currency: of the end, or of the gate that moves most when the end does not.
    std::optional<double> days_per_thousand;
    std::vector<GateShift> gates;
};

}  // namespace masar::plan
