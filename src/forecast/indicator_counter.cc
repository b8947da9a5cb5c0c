#include "forecast/indicator_counter.h"

#include "forecast/portable_math.h"

#include <algorithm>
#include <cmath>

namespace masar::forecast {
namespace {

using problem::Day;
using problem::never;

constexpr double tolerance = 1e-9;
constexpr double ln2 = 0.69314718055994530942;
constexpr double endless = 1e299;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Between which values the indicator can lie: its own limits, or what its effects add up to.
ValueCounts empty_counts(const IndicatorModel& model, Day day) {
    ValueCounts counts;
    counts.day = day;
    double low = std::min(model.baseline, model.floor), high = std::max(model.baseline, model.floor);
    for (const IndicatorObservation& seen : model.observed)
        low = std::min(low, seen.value), high = std::max(high, seen.value);
    for (const IndicatorEffect& effect : model.effects) (effect.change < 0 ? low : high) += effect.change;
    if (model.attrition > 0) low = std::min(low, 0.0);
    counts.low = model.low > -endless ? model.low : low;
    counts.high = model.high < endless ? model.high : high;
    return counts;
}

}  // namespace

bool holds(const IndicatorTarget& wanted, double value) {
    switch (wanted.sense) {
        case IndicatorTarget::Sense::at_least: return value >= wanted.value - tolerance;
        case IndicatorTarget::Sense::at_most: return value <= wanted.value + tolerance;
        case IndicatorTarget::Sense::equal: return std::abs(value - wanted.value) <= tolerance;
    }
    return false;
}

IndicatorWalk::IndicatorWalk(const IndicatorModel& model, const std::vector<Step>& steps)
    : model_(model), steps_(steps), day_(model.baseline_day), value_(model.baseline) {
    while (next_step_ < steps_.size() && steps_[next_step_].day <= day_) ++next_step_;
    note_positive();
}

double IndicatorWalk::value_on(Day day) {
    while (next_step_ < steps_.size() && steps_[next_step_].day <= day) {
        const Day step = steps_[next_step_].day;
        lose_until(step);  // who leaves on a day was there before it
        decay_to(step);
        bool observed = false;
        for (; next_step_ < steps_.size() && steps_[next_step_].day == step; ++next_step_) {
            observed = steps_[next_step_].observed;
            value_ = observed ? steps_[next_step_].change : value_ + steps_[next_step_].change;
        }
        if (!observed) clamp();
        note_positive();
    }
    lose_until(day);
    decay_to(day);
    return value_;
}

void IndicatorWalk::lose_until(Day day) {
    for (; next_year_ < model_.year_starts.size() && model_.year_starts[next_year_] <= day; ++next_year_) {
        decay_to(model_.year_starts[next_year_]);
        value_ *= 1 - model_.attrition;
        clamp();
    }
}

void IndicatorWalk::decay_to(Day day) {
    if (model_.half_life_days > 0 && day > day_)
        value_ = model_.floor + (value_ - model_.floor) * portable::exp(-ln2 * (day - day_) / model_.half_life_days);
    day_ = std::max(day, day_);
}

void IndicatorWalk::clamp() { value_ = std::clamp(value_, model_.low, model_.high); }

void IndicatorWalk::note_positive() {
    if (model_.attrition <= 0 || next_year_ != SIZE_MAX || value_ <= 0) return;
    const auto& years = model_.year_starts;
    next_year_ = static_cast<std::size_t>(std::upper_bound(years.begin(), years.end(), day_) - years.begin());
}

IndicatorCounter::IndicatorCounter(const DrawPlan& plan) : plan_(plan), collector_(plan) {
    const RiskModel& model = plan.situation.model;
    questions_.resize(model.indicators.size());
    for (std::size_t i = 0; i < model.indicators.size(); ++i)
        for (std::size_t t = 0; t < model.indicators[i].targets.size(); ++t)
            questions_[i].push_back({model.indicators[i].targets[t], static_cast<std::int32_t>(t), -1});
    for (std::size_t c = 0; c < model.criteria.size(); ++c)
        questions_[at(model.criteria[c].indicator)].push_back(
            {model.criteria[c].wanted, -1, static_cast<std::int32_t>(c)});
    for (auto& questions : questions_)
        std::stable_sort(questions.begin(), questions.end(),
                         [](const Question& a, const Question& b) { return a.wanted.day < b.wanted.day; });
}

void IndicatorCounter::prepare(Tally& tally) const {
    for (const IndicatorModel& model : plan_.situation.model.indicators) {
        auto& counts = tally.indicators.emplace_back();
        for (const IndicatorTarget& target : model.targets) counts.push_back(empty_counts(model, target.day));
    }
    tally.first_met.resize(plan_.situation.model.indicators.size());
}

void StepCollector::collect(std::size_t indicator, const LaneBatch& batch, std::vector<IndicatorWalk::Step>& steps) {
    steps.clear();
    for (const IndicatorEffect& effect : plan_.situation.model.indicators[indicator].effects) {
        const std::int32_t slot = plan_.network.slot_of(effect.activity);
        if (slot < 0) continue;
        const std::int32_t* taken = batch.draws.taken(slot);
        const std::int32_t cell = slot * lanes + batch.lane;
        if ((taken != nullptr && taken[batch.lane] == 0) || batch.rows.end[cell] >= never) continue;
        steps.push_back(
            {std::max(batch.rows.start[cell], batch.rows.end[cell] - 1), effect.change, false, effect.activity});
    }
    for (const IndicatorObservation& seen : plan_.situation.model.indicators[indicator].observed)
        steps.push_back({seen.day, seen.value, true});
    sort_by_day(steps);
}

/// Steps of a day stay in their order. Many on few days are counted into their places, which no comparison beats.
void StepCollector::sort_by_day(std::vector<IndicatorWalk::Step>& steps) {
    constexpr std::size_t many = 100, days_per_step = 16;
    const auto earlier = [](const auto& a, const auto& b) { return a.day < b.day; };
    if (steps.size() < many) return std::stable_sort(steps.begin(), steps.end(), earlier);
    const auto [first, last] = std::minmax_element(steps.begin(), steps.end(), earlier);
    const Day from = first->day;
    const auto days = static_cast<std::size_t>(std::int64_t{last->day} - from) + 1;
    if (days > days_per_step * steps.size()) return std::stable_sort(steps.begin(), steps.end(), earlier);
    place_.assign(days + 1, 0);
    for (const auto& step : steps) ++place_[at(step.day - from) + 1];
    for (std::size_t day = 0; day < days; ++day) place_[day + 1] += place_[day];
    sorted_.resize(steps.size());
    for (const auto& step : steps) sorted_[place_[at(step.day - from)]++] = step;
    steps.swap(sorted_);
}

void IndicatorCounter::count(const LaneBatch& batch, Tally& tally) {
    failed_gates_ = 0;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const IndicatorModel& model = plan_.situation.model.indicators[i];
        collector_.collect(i, batch, steps_);
        IndicatorWalk walk(model, steps_);
        first_met_ = never;
        for (const Question& question : questions_[i]) {
            if (question.wanted.day >= model.baseline_day) {
                answer(i, question, walk.value_on(question.wanted.day), tally);
            } else if (question.criterion >= 0) {
                failed_gates_ |= std::uint64_t{1} << plan_.situation.model.criteria[at(question.criterion)].gate;
            }
        }
        tally.first_met[i].add(first_met_);
    }
}

void IndicatorCounter::answer(std::size_t indicator, const Question& question, double value, Tally& tally) {
    const bool met = holds(question.wanted, value);
    if (question.target >= 0) {
        ValueCounts& counts = tally.indicators[indicator][at(question.target)];
        counts.add(value);
        counts.met += met ? 1 : 0;
        if (met) first_met_ = std::min(first_met_, question.wanted.day);
        return;
    }
    const GateCriterion& criterion = plan_.situation.model.criteria[at(question.criterion)];
    tally.criteria_met[at(question.criterion)] += met ? 1 : 0;
    if (!met && criterion.gate < 64) failed_gates_ |= std::uint64_t{1} << criterion.gate;
}

}  // namespace masar::forecast
