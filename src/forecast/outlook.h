#pragma once
// What a tally says: percentiles with their standard errors, odds, what drives the end, and paired what-ifs.
#include "forecast/tally.h"

#include <optional>

namespace masar::forecast {

/// A number and how surely it is known: one standard error. For Latin hypercube the errors are upper estimates.
struct Estimate {
    double value = 0;
    double error = 0;
};

/// Exclusive end days. P(p) = the first day by which at least p of the samples were done; `never` when more than 1 − p are not.
struct DayPercentile {
    double probability = 0;
    problem::Day day = 0;
    double error = 0;  ///< days: half the distance between the order statistics one standard deviation of rank away
};
[[nodiscard]] DayPercentile percentile(const DayCounts& counts, double probability);
/// Between the days, linearly, for quantities counted in fine ticks.
[[nodiscard]] double fine_percentile(const DayCounts& counts, double probability);
/// Of those that are reached at all.
[[nodiscard]] Estimate mean(const DayCounts& counts);
[[nodiscard]] double standard_deviation(const DayCounts& counts);
[[nodiscard]] Estimate chance_by(const DayCounts& counts, problem::Day day);
[[nodiscard]] Estimate share(std::int64_t part, std::int64_t of);

struct CurvePoint {
    problem::Day day = 0;
    double probability = 0;
};
/// An S-curve of at most `points` points, first and last day among them.
[[nodiscard]] std::vector<CurvePoint> s_curve(const DayCounts& counts, std::int32_t points);

struct AmountPercentile {
    double probability = 0;
    std::int64_t amount = 0;
    double error = 0;  ///< in the unit of the amount; half a bin at least
};
[[nodiscard]] AmountPercentile percentile(const AmountCounts& counts, double probability);
[[nodiscard]] double mean(const AmountCounts& counts);
[[nodiscard]] double percentile(const ValueCounts& counts, double probability);
enum class Side : std::uint8_t { above, below };
/// Part of the samples at or above (below) a value, to a bin: what lies in the value's own bin counts as holding.
[[nodiscard]] double chance_of(const ValueCounts& counts, double value, Side side);

/// The odds of gates. `pass` asks for date and criteria, `date` for the date alone.
struct GateOdds {
    Estimate date, pass;
    Estimate joint_date, joint_pass;  ///< this gate and all before it
};
[[nodiscard]] std::vector<GateOdds> gate_odds(const Tally& tally);

/// What drives the end. All in [0, 1] except the days.
struct ActivityDrive {
    std::int32_t activity = -1;
    Estimate criticality;    ///< part of the samples in which it was critical
    double cruciality = 0;   ///< |correlation| of its duration with the end (Williams 1992)
    double sensitivity = 0;  ///< schedule sensitivity index: criticality · σ(duration) / σ(end) (PMI; Vanhoucke 2010)
};
[[nodiscard]] std::vector<ActivityDrive> activity_drives(const Tally& tally);

/// One bar of the tornado: the mean end, in days from the planned end, when the input is low and when it is high.
struct TornadoBar {
    enum class Input : std::uint8_t { duration, driver, event };
    Input input = Input::duration;
    std::int32_t index = -1;  ///< into the model's durations, drivers or events
    double low = 0, high = 0;
    double error = 0;  ///< of the difference, from the spread of the end
};
/// Longest first; inputs that never varied are left out.
[[nodiscard]] std::vector<TornadoBar> tornado(const Tally& tally);

/// How many days later than the latest single link an activity can begin on average, because several must all be done.
struct MergeBias {
    std::int32_t activity = -1;
    std::int32_t latest_link = -1;  ///< the link that asks for the latest day on average
    double days = 0;                ///< E[max] − max E
};
/// Greatest first.
[[nodiscard]] std::vector<MergeBias> merge_biases(const Tally& tally);

/// Two simulations with the same random numbers: what a change buys.
struct PairedDifference {
    double probability = 0.8;
    double days = 0;   ///< percentile without the change − percentile with it; positive = earlier
    double error = 0;  ///< by sections (batch means), so that the pairing counts
    double mean_days = 0;
    std::optional<double> days_per_unit;  ///< of cost; absent when it costs nothing
};
/// Refused when the two do not hold the same samples of the same seed.
[[nodiscard]] base::Result<PairedDifference> compare(const Tally& without, const Tally& with, double probability,
                                                     std::int64_t cost);

}  // namespace masar::forecast
