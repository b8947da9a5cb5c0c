#include "forecast/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace masar::forecast {
namespace {

using Kind = base::Error::Kind;

void add_up(std::vector<std::int64_t>& into, const std::vector<std::int64_t>& from) {
    if (into.empty()) into.assign(from.size(), 0);
    for (std::size_t i = 0; i < from.size(); ++i) into[i] += from[i];
}

template <class Key>
void add_up(std::map<Key, std::int64_t>& into, const std::map<Key, std::int64_t>& from) {
    for (const auto& [key, count] : from) into[key] += count;
}

void add_up(std::vector<DayCounts>& into, const std::vector<DayCounts>& from) {
    for (std::size_t i = 0; i < from.size(); ++i) into[i].merge(from[i]);
}

void add_up(std::vector<InputSums>& into, const std::vector<InputSums>& from) {
    for (std::size_t i = 0; i < from.size(); ++i) {
        into[i].low_count += from[i].low_count;
        into[i].low_sum += from[i].low_sum;
        into[i].high_count += from[i].high_count;
        into[i].high_sum += from[i].high_sum;
    }
}

void add_up(std::vector<ActivitySums>& into, const std::vector<ActivitySums>& from) {
    for (std::size_t i = 0; i < from.size(); ++i) {
        into[i].critical += from[i].critical;
        into[i].duration += from[i].duration;
        into[i].duration_squares += from[i].duration_squares;
        into[i].with_end += from[i].with_end;
    }
}

/// The first pair of ranges that share samples; the ranges are sorted.
std::optional<SampleRange> overlap_in(const std::vector<SampleRange>& sorted) {
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].from < sorted[i - 1].to)
            return SampleRange{sorted[i].from, std::min(sorted[i].to, sorted[i - 1].to)};
    return {};
}

base::Result<std::vector<SampleRange>> joined(std::vector<SampleRange> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](SampleRange a, SampleRange b) { return a.from < b.from; });
    if (const auto twice = overlap_in(ranges))
        return base::failure(Kind::usage,
                             {fmt::format("samples {} to {} are in two of the parts", twice->from, twice->to - 1),
                              fmt::format("العيّنات من {} إلى {} موجودة في جزأين", twice->from, twice->to - 1)},
                             {"give each part once", "اذكر كل جزء مرة واحدة"});
    std::vector<SampleRange> result;
    for (const SampleRange range : ranges) {
        if (!result.empty() && result.back().to == range.from)
            result.back().to = range.to;
        else if (range.from < range.to)
            result.push_back(range);
    }
    return result;
}

std::optional<base::Error> difference(const Tally& a, const Tally& b) {
    if (a.seed != b.seed || a.planned_samples != b.planned_samples)
        return base::Error{
            Kind::usage,
            {fmt::format("the parts were drawn differently: seed {} and {} samples, seed {} and {} samples", a.seed,
                         a.planned_samples, b.seed, b.planned_samples),
             fmt::format("سُحبت الأجزاء على نحو مختلف: البذرة {} و{} عيّنة، والبذرة {} و{} عيّنة", a.seed,
                         a.planned_samples, b.seed, b.planned_samples)},
            {"simulate all parts with the same seed and number of samples",
             "حاكِ كل الأجزاء بالبذرة وعدد العيّنات نفسيهما"}};
    if (a.fingerprint != b.fingerprint)
        return base::Error{
            Kind::usage,
            {"the parts come from different plans, risks or options", "الأجزاء ناتجة عن خطط أو مخاطر أو خيارات مختلفة"},
            {"simulate all parts from the same files", "حاكِ كل الأجزاء من الملفات نفسها"}};
    return {};
}

void add_dates(Tally& into, const Tally& from) {
    into.end.merge(from.end);
    for (std::size_t i = 0; i < into.end_by_section.size(); ++i) into.end_by_section[i].merge(from.end_by_section[i]);
    into.end_sum += from.end_sum;
    into.end_squares += from.end_squares;
    add_up(into.gates, from.gates);
    add_up(into.watched, from.watched);
    add_up(into.gate_dates, from.gate_dates);
    add_up(into.gate_passes, from.gate_passes);
    add_up(into.criteria_met, from.criteria_met);
    into.contradictory += from.contradictory;
    add_up(into.activities, from.activities);
    add_up(into.duration_inputs, from.duration_inputs);
    add_up(into.driver_inputs, from.driver_inputs);
    add_up(into.event_inputs, from.event_inputs);
    for (std::size_t i = 0; i < from.merges.size(); ++i) {
        add_up(into.merges[i].asked, from.merges[i].asked);
        into.merges[i].latest += from.merges[i].latest;
    }
}

void add_money(Tally& into, const Tally& from) {
    for (std::size_t b = 0; b < from.budgets.size(); ++b)
        for (std::size_t p = 0; p < from.budgets[b].size(); ++p) into.budgets[b][p].merge(from.budgets[b][p]);
    for (std::size_t i = 0; i < from.totals.size(); ++i) into.totals[i].merge(from.totals[i]);
    for (std::size_t i = 0; i < from.total_periods.size(); ++i)
        for (std::size_t p = 0; p < from.total_periods[i].size(); ++p)
            into.total_periods[i][p].merge(from.total_periods[i][p]);
    add_up(into.questions, from.questions);
    add_up(into.end_and_cost, from.end_and_cost);
    for (std::size_t i = 0; i < from.indicators.size(); ++i)
        for (std::size_t t = 0; t < from.indicators[i].size(); ++t) into.indicators[i][t].merge(from.indicators[i][t]);
    add_up(into.first_met, from.first_met);
    into.worth_samples += from.worth_samples;
    for (std::size_t i = 0; i < from.worth.size(); ++i) into.worth[i].lost += from.worth[i].lost;
}

}  // namespace

void DayCounts::add(problem::Day day, std::int64_t times) {
    if (times == 0) return;
    if (day >= problem::never) {
        never += times;
        return;
    }
    if (counts.empty()) first = day;
    if (day < first) {
        counts.insert(counts.begin(), static_cast<std::size_t>(first - day), 0);
        first = day;
    }
    const auto position = static_cast<std::size_t>(day - first);
    if (position >= counts.size()) counts.resize(position + 1, 0);
    counts[position] += times;
}

void DayCounts::merge(const DayCounts& other) {
    never += other.never;
    if (other.counts.empty()) return;
    // Both ends first, so that the row moves at most once.
    add(other.first, other.counts.front());
    if (other.counts.size() > 1)
        add(other.first + static_cast<problem::Day>(other.counts.size()) - 1, other.counts.back());
    for (std::size_t i = 1; i + 1 < other.counts.size(); ++i)
        counts[static_cast<std::size_t>(other.first - first) + i] += other.counts[i];
}

std::int64_t DayCounts::total() const { return std::accumulate(counts.begin(), counts.end(), never); }

std::int64_t DayCounts::up_to(problem::Day day) const {
    if (day < first) return 0;
    const auto count = std::min(counts.size(), static_cast<std::size_t>(day - first) + 1);
    return std::accumulate(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(count), std::int64_t{0});
}

void AmountCounts::add(std::int64_t amount) {
    if (counts.empty()) counts.assign(bins, 0);
    const std::int64_t bin = amount < low ? 0 : std::min((amount - low) / width, bins - 1);
    ++counts[static_cast<std::size_t>(bin)];
    sum += amount;
    least = std::min(least, amount);
    most = std::max(most, amount);
    breached += amount > limit ? 1 : 0;
}

void AmountCounts::merge(const AmountCounts& other) {
    add_up(counts, other.counts);
    sum += other.sum;
    least = std::min(least, other.least);
    most = std::max(most, other.most);
    breached += other.breached;
}

std::int64_t AmountCounts::total() const { return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}); }

std::size_t ValueCounts::bin_of(const ValueCounts& counts, double value) {
    const double part = counts.high > counts.low ? (value - counts.low) / (counts.high - counts.low) : 0;
    const double bin = std::floor(std::clamp(part, 0.0, 1.0) * static_cast<double>(bins));
    return static_cast<std::size_t>(std::clamp<std::int64_t>(static_cast<std::int64_t>(bin), 0, bins - 1));
}

void ValueCounts::add(double value) {
    if (counts.empty()) counts.assign(bins, 0);
    ++counts[bin_of(*this, value)];
}

void ValueCounts::merge(const ValueCounts& other) {
    add_up(counts, other.counts);
    met += other.met;
}

std::int64_t ValueCounts::total() const { return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}); }

std::int64_t Tally::samples() const {
    std::int64_t sum = 0;
    for (const SampleRange range : ranges) sum += range.to - range.from;
    return sum;
}

base::Result<void> merge(Tally& tally, const Tally& other) {
    if (auto different = difference(tally, other)) return tl::unexpected(std::move(*different));
    std::vector<SampleRange> all = tally.ranges;
    all.insert(all.end(), other.ranges.begin(), other.ranges.end());
    auto together = joined(std::move(all));
    if (!together) return tl::unexpected(together.error());
    tally.ranges = std::move(*together);
    add_dates(tally, other);
    add_money(tally, other);
    return {};
}

base::Result<Tally> merge_all(std::span<const Tally> shards) {
    if (shards.empty()) return base::failure(Kind::usage, {"there is nothing to merge", "لا يوجد ما يُدمج"});
    Tally all = shards.front();
    for (const Tally& shard : shards.subspan(1))
        if (auto added = merge(all, shard); !added) return tl::unexpected(added.error());
    std::int64_t next = 0;
    for (const SampleRange range : all.ranges) {
        if (range.from > next) break;
        next = range.to;
    }
    if (next < all.planned_samples) {
        std::int64_t until = all.planned_samples;
        for (const SampleRange range : all.ranges)
            if (range.from > next) until = std::min(until, range.from);
        return base::failure(Kind::usage,
                             {fmt::format("samples {} to {} are in none of the parts", next, until - 1),
                              fmt::format("العيّنات من {} إلى {} ليست في أي جزء", next, until - 1)},
                             {fmt::format("simulate the missing part with --from {} --to {}", next, until),
                              fmt::format("حاكِ الجزء الناقص بالخيارين --from {} --to {}", next, until)});
    }
    return all;
}

}  // namespace masar::forecast
