#pragma once
// What a simulation counted: integers only, so that the tallies of shards, threads and ranks add up to the same bytes as one run.
// Size does not grow with the number of samples. outlook.h turns it into percentiles.
#include "base/result.h"
#include "problem/work_time.h"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace masar::forecast {

/// How often each exclusive end day came up: exact, so that its percentiles are.
struct DayCounts {
    problem::Day first = 0;            ///< day of counts[0]
    std::vector<std::int64_t> counts;  ///< no zero at either end
    std::int64_t never = 0;            ///< not reached, or past the end of the calendars

    void add(problem::Day day) { add(day, 1); }
    void add(problem::Day day, std::int64_t times);
    void merge(const DayCounts& other);
    [[nodiscard]] std::int64_t total() const;
    [[nodiscard]] std::int64_t up_to(problem::Day day) const;  ///< how many were <= day
    bool operator==(const DayCounts&) const = default;
};

/// Amounts of money in 4,096 equal bins over a range that the inputs fix beforehand, the sum exactly. A percentile is known
/// within one bin; `breached` is exact.
struct AmountCounts {
    static constexpr std::int64_t bins = 4096;
    std::int64_t low = 0, width = 1;  ///< bin i holds [low + i·width, low + (i+1)·width); ends hold what lies outside
    std::vector<std::int64_t> counts;  ///< `bins` of them, or none while nothing was added
    std::int64_t sum = 0;
    std::int64_t least = INT64_MAX, most = INT64_MIN;
    std::int64_t limit = INT64_MAX;
    std::int64_t breached = 0;  ///< how often above `limit`

    void add(std::int64_t amount);
    void merge(const AmountCounts& other);
    [[nodiscard]] std::int64_t total() const;
    bool operator==(const AmountCounts&) const = default;
};

/// Values of an indicator on one day, in 1,024 equal bins over its possible range.
struct ValueCounts {
    static constexpr std::int64_t bins = 1024;
    problem::Day day = 0;
    double low = 0, high = 1;
    std::vector<std::int64_t> counts;
    std::int64_t met = 0;  ///< how often the target held; 0 without target

    void add(double value);
    [[nodiscard]] static std::size_t bin_of(const ValueCounts& counts, double value);
    void merge(const ValueCounts& other);
    [[nodiscard]] std::int64_t total() const;
    bool operator==(const ValueCounts&) const = default;
};

/// How one uncertain input and the end of the project went together. Lengths are counted from `Tally::planned_end`.
struct InputSums {
    std::int64_t low_count = 0,
                 low_sum = 0;  ///< samples with the input in its lowest fifth (a risk: that it did not happen)
    std::int64_t high_count = 0, high_sum = 0;  ///< in its highest fifth (a risk: that it happened)
    bool operator==(const InputSums&) const = default;
};

/// Per activity; durations are counted from the planned one.
struct ActivitySums {
    std::int64_t critical = 0;          ///< samples in which it had no float (or drove the end)
    std::int64_t duration = 0;          ///< Σ (d − planned)
    std::int64_t duration_squares = 0;  ///< Σ (d − planned)²
    std::int64_t with_end = 0;          ///< Σ (d − planned)(end − planned end)
    bool operator==(const ActivitySums&) const = default;
};

/// Where several links meet: the sum over samples of what each link asked for, and of the latest of them.
struct MergeSums {
    std::int32_t activity = -1;
    std::vector<std::int32_t> links;  ///< indices into the problem's links
    std::vector<std::int64_t> asked;  ///< Σ day asked for by each
    std::int64_t latest = 0;          ///< Σ latest of them
    bool operator==(const MergeSums&) const = default;
};

/// Gate passes that hang on what an activity does to indicators: of the samples in which the gate passed, those in which it would not
/// have passed without its effects. Counted in `Tally::worth_samples` samples.
struct WorthSums {
    std::int32_t activity = -1, gate = -1;
    std::int64_t lost = 0;
    bool operator==(const WorthSums&) const = default;
};

struct SampleRange {
    std::int64_t from = 0, to = 0;  ///< [from, to)
    bool operator==(const SampleRange&) const = default;
};

struct Tally {
    static constexpr std::int32_t sections = 20;  ///< for errors of differences: batch b of 32 samples is in b mod 20

    // What was simulated: tallies of different questions do not add up.
    std::uint64_t fingerprint = 0;  ///< of problem, plan, model and options, the range left out
    std::uint64_t seed = 0;
    std::int64_t planned_samples = 0;            ///< SimulationOptions::samples
    std::vector<SampleRange> ranges;             ///< sorted, disjoint, joined where they touch
    problem::Day planned_end = 0;                ///< end of the simulated plan when everything takes as long as planned
    std::vector<problem::Day> gate_due;          ///< exclusive end, per gate
    std::vector<std::int32_t> planned_duration;  ///< per activity

    DayCounts end;  ///< exclusive end of everything
    std::array<DayCounts, sections> end_by_section;
    std::int64_t end_sum = 0, end_squares = 0;  ///< Σ (end − planned end), Σ (…)²; samples that never end left out
    std::vector<DayCounts> gates;               ///< day on which all that the gate requires is done
    std::vector<DayCounts> watched;
    std::map<std::uint64_t, std::int64_t> gate_dates;   ///< bit g: gate g reached by its due day → samples
    std::map<std::uint64_t, std::int64_t> gate_passes;  ///< the same, its criteria met too
    std::vector<std::int64_t> criteria_met;             ///< per GateCriterion
    std::int64_t contradictory = 0;                     ///< samples in which a maximal lag could not be kept

    std::vector<ActivitySums> activities;
    std::vector<InputSums> duration_inputs, driver_inputs, event_inputs;
    std::vector<MergeSums> merges;

    std::vector<std::vector<AmountCounts>> budgets;        ///< per budget, per period
    std::vector<AmountCounts> totals;                      ///< per CostTotal, all periods together
    std::vector<std::vector<AmountCounts>> total_periods;  ///< per CostTotal, per period; of those with limits
    std::vector<std::int64_t> questions;                   ///< per JointQuestion: samples in which both held
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t>
        end_and_cost;  ///< (day ÷ 28, bin of the first total ÷ 64)

    std::vector<std::vector<ValueCounts>> indicators;  ///< per indicator, per target
    std::vector<DayCounts> first_met;                  ///< per indicator: day of the first target met

    std::int64_t worth_samples = 0;
    std::vector<WorthSums> worth;  ///< per activity and gate whose criteria it touches

    [[nodiscard]] std::int64_t samples() const;
    bool operator==(const Tally&) const = default;
};

/// Adds `other` to `tally`. Refused: another question, another seed, samples that both hold.
[[nodiscard]] base::Result<void> merge(Tally& tally, const Tally& other);
/// Several shards into one; refused also when a sample between the first and the planned last is missing.
[[nodiscard]] base::Result<Tally> merge_all(std::span<const Tally> shards);

/// JSON, in a fixed order of keys: equal tallies give equal bytes.
[[nodiscard]] std::string to_json(const Tally& tally);
/// What to_json wrote; anything else is refused with a sentence.
[[nodiscard]] base::Result<Tally> tally_from_json(std::string_view json);

}  // namespace masar::forecast
