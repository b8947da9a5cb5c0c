#include "forecast/outlook.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace masar::forecast {
namespace {

using problem::Day;
using problem::never;

/// The day of the rank-th sample (1-based) in order of days.
Day day_of_rank(const DayCounts& counts, std::int64_t rank) {
    std::int64_t reached = 0;
    for (std::size_t i = 0; i < counts.counts.size(); ++i) {
        reached += counts.counts[i];
        if (reached >= rank) return counts.first + static_cast<Day>(i);
    }
    return never;
}

std::int64_t rank_of(std::int64_t samples, double probability) {
    return std::clamp<std::int64_t>(
        static_cast<std::int64_t>(std::ceil(probability * static_cast<double>(samples) - 1e-9)), 1,
        std::max<std::int64_t>(samples, 1));
}

/// Ranks one binomial standard deviation below and above.
struct RankPair {
    std::int64_t below = 1, above = 1;
};
RankPair ranks_around(std::int64_t samples, double probability) {
    const double n = static_cast<double>(samples), spread = std::sqrt(n * probability * (1 - probability)) / n;
    return {rank_of(samples, std::max(probability - spread, 0.0)),
            rank_of(samples, std::min(probability + spread, 1.0))};
}

double bin_of_rank(const std::vector<std::int64_t>& counts, std::int64_t rank) {
    std::int64_t reached = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (reached + counts[i] >= rank && counts[i] > 0)
            return static_cast<double>(i)
                   + (static_cast<double>(rank - reached) - 0.5) / static_cast<double>(counts[i]);
        reached += counts[i];
    }
    return static_cast<double>(counts.size());
}

struct DayMoments {
    double count = 0, mean = 0, variance = 0;
};
DayMoments moments(const DayCounts& counts) {
    DayMoments m;
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < counts.counts.size(); ++i) {
        const auto times = static_cast<double>(counts.counts[i]), step = static_cast<double>(i);
        m.count += times;
        sum += times * step;
        squares += times * step * step;
    }
    if (m.count == 0) return m;
    m.mean = sum / m.count + counts.first;
    m.variance = m.count > 1 ? (squares - sum / m.count * sum) / (m.count - 1) : 0;
    return m;
}

/// Variance of the end over the samples that ended.
struct EndSpread {
    double count = 0, variance = 0;
};
EndSpread end_spread(const Tally& tally) {
    const auto n = static_cast<double>(tally.end.total() - tally.end.never);
    if (n < 2) return {n, 0};
    const auto sum = static_cast<double>(tally.end_sum);
    return {n, (static_cast<double>(tally.end_squares) - sum / n * sum) / (n - 1)};
}

std::int64_t with_bits(const std::map<std::uint64_t, std::int64_t>& patterns, std::uint64_t bits) {
    std::int64_t sum = 0;
    for (const auto& [pattern, count] : patterns)
        if ((pattern & bits) == bits) sum += count;
    return sum;
}

void add_bars(const std::vector<InputSums>& inputs, TornadoBar::Input kind, EndSpread end,
              std::vector<TornadoBar>& bars) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const InputSums& sums = inputs[i];
        if (sums.low_count == 0 || sums.high_count == 0) continue;
        const auto low = static_cast<double>(sums.low_count), high = static_cast<double>(sums.high_count);
        bars.push_back({kind, static_cast<std::int32_t>(i), static_cast<double>(sums.low_sum) / low,
                        static_cast<double>(sums.high_sum) / high, std::sqrt(end.variance * (1 / low + 1 / high))});
    }
}

}  // namespace

DayPercentile percentile(const DayCounts& counts, double probability) {
    const std::int64_t samples = counts.total();
    if (samples == 0) return {probability, never, 0};
    const auto around = ranks_around(samples, probability);
    const Day low = day_of_rank(counts, around.below), high = day_of_rank(counts, around.above);
    return {probability, day_of_rank(counts, rank_of(samples, probability)), 0.5 * (high - low)};
}

double fine_percentile(const DayCounts& counts, double probability) {
    return counts.first + bin_of_rank(counts.counts, rank_of(counts.total(), probability)) - 0.5;
}

Estimate mean(const DayCounts& counts) {
    const DayMoments m = moments(counts);
    return {m.mean, m.count > 0 ? std::sqrt(m.variance / m.count) : 0};
}

double standard_deviation(const DayCounts& counts) { return std::sqrt(moments(counts).variance); }

Estimate share(std::int64_t part, std::int64_t of) {
    if (of == 0) return {};
    const double n = static_cast<double>(of), p = static_cast<double>(part) / n;
    return {p, std::sqrt(p * (1 - p) / n)};
}

Estimate chance_by(const DayCounts& counts, Day day) {
    const std::int64_t total = counts.total();
    return share(day >= never ? total - counts.never : counts.up_to(day), total);
}

std::vector<CurvePoint> s_curve(const DayCounts& counts, std::int32_t points) {
    std::vector<CurvePoint> curve;
    const auto total = static_cast<double>(counts.total());
    const auto step =
        std::max<std::size_t>(1, (counts.counts.size() + static_cast<std::size_t>(std::max(points, 3)) - 3)
                                     / static_cast<std::size_t>(std::max(points - 1, 2)));
    std::int64_t reached = 0;
    for (std::size_t i = 0; i < counts.counts.size(); ++i) {
        reached += counts.counts[i];
        if (i % step == 0 || i + 1 == counts.counts.size())
            curve.push_back({counts.first + static_cast<Day>(i), static_cast<double>(reached) / total});
    }
    return curve;
}

AmountPercentile percentile(const AmountCounts& counts, double probability) {
    const std::int64_t samples = counts.total();
    if (samples == 0) return {probability, 0, 0};
    const auto amount = [&](std::int64_t rank) {
        const double inside =
            static_cast<double>(counts.low) + bin_of_rank(counts.counts, rank) * static_cast<double>(counts.width);
        return std::clamp(inside, static_cast<double>(counts.least), static_cast<double>(counts.most));
    };
    const auto around = ranks_around(samples, probability);
    const double error = std::max(0.5 * (amount(around.above) - amount(around.below)),
                                  counts.least == counts.most ? 0 : 0.5 * static_cast<double>(counts.width));
    return {probability, static_cast<std::int64_t>(std::floor(amount(rank_of(samples, probability)) + 0.5)), error};
}

double mean(const AmountCounts& counts) {
    const std::int64_t samples = counts.total();
    return samples == 0 ? 0 : static_cast<double>(counts.sum) / static_cast<double>(samples);
}

double percentile(const ValueCounts& counts, double probability) {
    const double bin = bin_of_rank(counts.counts, rank_of(counts.total(), probability));
    return counts.low + (counts.high - counts.low) * bin / static_cast<double>(ValueCounts::bins);
}

double chance_of(const ValueCounts& counts, double value, Side side) {
    if (counts.total() == 0) return 0;
    if (side == Side::above ? value > counts.high : value < counts.low) return 0;
    const auto own = static_cast<std::ptrdiff_t>(ValueCounts::bin_of(counts, value));
    const auto from = side == Side::above ? counts.counts.begin() + own : counts.counts.begin();
    const auto to = side == Side::above ? counts.counts.end() : counts.counts.begin() + own + 1;
    return static_cast<double>(std::accumulate(from, to, std::int64_t{0})) / static_cast<double>(counts.total());
}

std::vector<GateOdds> gate_odds(const Tally& tally) {
    std::vector<GateOdds> odds;
    const std::int64_t samples = tally.end.total();
    std::uint64_t before = 0;
    for (std::size_t g = 0; g < std::min<std::size_t>(tally.gates.size(), 64); ++g) {
        const std::uint64_t bit = std::uint64_t{1} << g;
        before |= bit;
        odds.push_back({share(with_bits(tally.gate_dates, bit), samples),
                        share(with_bits(tally.gate_passes, bit), samples),
                        share(with_bits(tally.gate_dates, before), samples),
                        share(with_bits(tally.gate_passes, before), samples)});
    }
    return odds;
}

std::vector<ActivityDrive> activity_drives(const Tally& tally) {
    std::vector<ActivityDrive> drives;
    const EndSpread end = end_spread(tally);
    for (std::size_t i = 0; i < tally.activities.size(); ++i) {
        const ActivitySums& sums = tally.activities[i];
        ActivityDrive drive{static_cast<std::int32_t>(i), share(sums.critical, static_cast<std::int64_t>(end.count)), 0,
                            0};
        const auto d = static_cast<double>(sums.duration);
        const double variance =
            end.count > 1 ? (static_cast<double>(sums.duration_squares) - d / end.count * d) / (end.count - 1) : 0;
        if (variance > 0 && end.variance > 0) {
            const double together =
                (static_cast<double>(sums.with_end) - d / end.count * static_cast<double>(tally.end_sum))
                / (end.count - 1);
            drive.cruciality = std::abs(together) / std::sqrt(variance * end.variance);
            drive.sensitivity = drive.criticality.value * std::sqrt(variance / end.variance);
        }
        drives.push_back(drive);
    }
    return drives;
}

std::vector<TornadoBar> tornado(const Tally& tally) {
    std::vector<TornadoBar> bars;
    const EndSpread end = end_spread(tally);
    add_bars(tally.duration_inputs, TornadoBar::Input::duration, end, bars);
    add_bars(tally.driver_inputs, TornadoBar::Input::driver, end, bars);
    add_bars(tally.event_inputs, TornadoBar::Input::event, end, bars);
    std::stable_sort(bars.begin(), bars.end(), [](const TornadoBar& a, const TornadoBar& b) {
        return std::abs(a.high - a.low) > std::abs(b.high - b.low);
    });
    return bars;
}

std::vector<MergeBias> merge_biases(const Tally& tally) {
    std::vector<MergeBias> biases;
    const double n = end_spread(tally).count;
    for (const MergeSums& merge : tally.merges) {
        if (n == 0 || merge.asked.empty()) continue;
        const auto latest = std::max_element(merge.asked.begin(), merge.asked.end());
        biases.push_back({merge.activity, merge.links[static_cast<std::size_t>(latest - merge.asked.begin())],
                          static_cast<double>(merge.latest - *latest) / n});
    }
    std::stable_sort(biases.begin(), biases.end(),
                     [](const MergeBias& a, const MergeBias& b) { return a.days > b.days; });
    return biases;
}

base::Result<PairedDifference> compare(const Tally& without, const Tally& with, double probability, std::int64_t cost) {
    if (without.seed != with.seed || without.ranges != with.ranges || without.planned_samples != with.planned_samples)
        return base::failure(base::Error::Kind::usage,
                             {"the two simulations do not hold the same samples of the same seed",
                              "المحاكاتان لا تضمان العيّنات نفسها من البذرة نفسها"});
    PairedDifference difference;
    difference.probability = probability;
    difference.days = percentile(without.end, probability).day - percentile(with.end, probability).day;
    difference.mean_days = mean(without.end).value - mean(with.end).value;
    double count = 0, sum = 0, squares = 0;
    for (std::size_t s = 0; s < without.end_by_section.size(); ++s) {
        if (without.end_by_section[s].total() == 0) continue;
        const double days = percentile(without.end_by_section[s], probability).day
                            - percentile(with.end_by_section[s], probability).day;
        ++count;
        sum += days;
        squares += days * days;
    }
    if (count > 1) difference.error = std::sqrt(std::max(0.0, squares - sum / count * sum) / (count - 1) / count);
    if (cost > 0) difference.days_per_unit = difference.days / static_cast<double>(cost);
    return difference;
}

}  // namespace masar::forecast
