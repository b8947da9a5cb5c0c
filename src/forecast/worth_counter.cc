#include "forecast/worth_counter.h"

#include <algorithm>
#include <map>

namespace masar::forecast {
namespace {

constexpr std::uint64_t steps_per_sample = 4096;  ///< of a walk, on average over all samples
constexpr std::int32_t most_gates = 64;

}  // namespace

WorthCounter::WorthCounter(const DrawPlan& plan) : plan_(plan), collector_(plan) {
    const RiskModel& model = plan.situation.model;
    criteria_.resize(model.indicators.size());
    steps_.resize(model.indicators.size());
    for (const GateCriterion& each : model.criteria)
        if (each.gate < most_gates) criteria_[static_cast<std::size_t>(each.indicator)].push_back(each);
    std::map<std::int32_t, Entry> found;
    std::uint64_t steps = 0;
    for (std::size_t i = 0; i < criteria_.size(); ++i) {
        std::stable_sort(criteria_[i].begin(), criteria_[i].end(),
                         [](const auto& a, const auto& b) { return a.wanted.day < b.wanted.day; });
        if (criteria_[i].empty()) continue;
        const auto& effects = model.indicators[i].effects;
        steps += effects.size() * effects.size();
        for (const IndicatorEffect& effect : effects) {
            if (plan.network.slot_of(effect.activity) < 0) continue;
            Entry& entry = found[effect.activity];
            entry.activity = effect.activity;
            if (entry.indicators.empty() || entry.indicators.back() != i) entry.indicators.push_back(i);
            for (const GateCriterion& each : criteria_[i]) entry.gates |= std::uint64_t{1} << each.gate;
        }
    }
    for (auto& [activity, entry] : found) entries_.push_back(std::move(entry));
    stride_ = std::max<std::uint64_t>(1, (steps + steps_per_sample - 1) / steps_per_sample);
}

void WorthCounter::prepare(Tally& tally) const {
    for (const Entry& entry : entries_)
        for (std::int32_t gate = 0; gate < most_gates; ++gate)
            if ((entry.gates >> gate & 1) != 0) tally.worth.push_back({entry.activity, gate, 0});
}

bool WorthCounter::takes(std::uint64_t first_sample) const {
    return !entries_.empty() && first_sample / lanes % stride_ == 0;
}

void WorthCounter::count(const LaneBatch& batch, std::uint64_t passed, Tally& tally) {
    ++tally.worth_samples;
    if (passed == 0) return;
    for (std::size_t i = 0; i < criteria_.size(); ++i)
        if (!criteria_[i].empty()) collector_.collect(i, batch, steps_[i]);
    auto sums = tally.worth.begin();
    for (const Entry& entry : entries_) {
        std::uint64_t lost = 0;
        if ((entry.gates & passed) != 0)
            for (const std::size_t indicator : entry.indicators) lost |= failed_without(entry.activity, indicator);
        for (std::uint64_t gates = entry.gates; gates != 0; gates &= gates - 1, ++sums) {
            const std::uint64_t gate = gates & -gates;
            sums->lost += (gate & passed & lost) != 0 ? 1 : 0;
        }
    }
}

/// Gates of which a criterion of this indicator does not hold when the activity changes nothing.
std::uint64_t WorthCounter::failed_without(std::int32_t activity, std::size_t indicator) {
    fewer_.clear();
    for (const IndicatorWalk::Step& each : steps_[indicator])
        if (each.activity != activity) fewer_.push_back(each);
    const IndicatorModel& model = plan_.situation.model.indicators[indicator];
    IndicatorWalk walk(model, fewer_);
    std::uint64_t failed = 0;
    for (const GateCriterion& each : criteria_[indicator])
        if (each.wanted.day < model.baseline_day || !holds(each.wanted, walk.value_on(each.wanted.day)))
            failed |= std::uint64_t{1} << each.gate;
    return failed;
}

}  // namespace masar::forecast
