#include "engine/constraints/fractional_knapsack.h"

#include <algorithm>

namespace masar::engine {

FractionalKnapsack::FractionalKnapsack(KnapsackSetup setup)
    : items_(std::move(setup.items)), capacity_(setup.capacity), forgone_(setup.forgone), scale_(setup.scale) {
    std::ranges::stable_sort(items_, [](const KnapsackItem& a, const KnapsackItem& b) {
        return Wide{a.value} * b.weight > Wide{b.value} * a.weight;
    });
    for (const KnapsackItem& item : items_) total_ += item.value;
}

std::vector<Side> FractionalKnapsack::wakes_on() const {
    std::vector<Side> sides{upper(forgone_)};
    for (const KnapsackItem& item : items_) {
        sides.push_back(item.chosen.side);
        sides.push_back(item.chosen.side ^ 1);
    }
    return sides;
}

FractionalKnapsack::State FractionalKnapsack::state_before(const Trail& trail, std::size_t item,
                                                           std::int32_t index) const {
    const Bound chosen = items_[item].chosen, left_out = chosen.negated();
    if (trail.value_before(chosen.side, index) >= chosen.value) return State::in;
    return trail.value_before(left_out.side, index) >= left_out.value ? State::out : State::open;
}

std::size_t FractionalKnapsack::critical_item(const std::vector<State>& states) const {
    Wide left = capacity_;
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (states[i] == State::in) left -= items_[i].weight;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (states[i] != State::open || items_[i].weight == 0) continue;
        left -= items_[i].weight;
        if (left < 0) return i;
    }
    return items_.size();
}

FractionalKnapsack::Wide FractionalKnapsack::price_weight(std::size_t critical) const {
    return critical < items_.size() ? items_[critical].weight : 1;
}

FractionalKnapsack::Wide FractionalKnapsack::reduced(std::size_t item, std::size_t critical) const {
    const Wide price = critical < items_.size() ? items_[critical].value : 0;
    return items_[item].value * price_weight(critical) - price * items_[item].weight;
}

FractionalKnapsack::Wide FractionalKnapsack::bound(const std::vector<State>& states, std::size_t critical) const {
    Wide sum = critical < items_.size() ? Wide{items_[critical].value} * capacity_ : 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const Wide worth = reduced(i, critical);
        if (states[i] == State::in || (states[i] == State::open && worth > 0)) sum += worth;
    }
    return sum;
}

bool FractionalKnapsack::propagate(ClauseEngine& engine) {
    const Trail& trail = engine.trail();
    std::vector<State> states(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) states[i] = state_before(trail, i, trail.size());
    const std::size_t critical = critical_item(states);
    return raise_forgone(engine, bound(states, critical), critical) && fix_items(engine, states, critical);
}

bool FractionalKnapsack::raise_forgone(ClauseEngine& engine, Wide bound, std::size_t critical) const {
    // scale × forgone >= total − bound / weight, rounded up.
    const Wide weight = price_weight(critical);
    const Wide lost = total_ * weight - bound, unit = weight * scale_;
    if (lost <= 0) return true;
    const auto least = static_cast<std::int32_t>((lost + unit - 1) / unit);
    return engine.raise(at_least(forgone_, least), *this, data_of(items_.size(), critical));
}

/// What would cost more than may still be forgone, by its reduced worth.
bool FractionalKnapsack::fix_items(ClauseEngine& engine, const std::vector<State>& states, std::size_t critical) const {
    const Wide weight = price_weight(critical);
    const Wide needed = (total_ - Wide{engine.trail().greatest(forgone_)} * scale_) * weight;
    const Wide spare = bound(states, critical) - needed;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (states[i] != State::open) continue;
        const Wide worth = reduced(i, critical);
        if ((worth < 0 ? -worth : worth) <= spare) continue;
        const Bound must = worth > 0 ? items_[i].chosen : items_[i].chosen.negated();
        if (!engine.raise(must, *this, data_of(i, critical))) return false;
    }
    return true;
}

/// With the price of then, what has been decided against its reduced worth is the reason; the rest would be so anyway. As much of it as
/// there is to spare is left out.
void FractionalKnapsack::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                                 Explanation& out) const {
    const Trail& trail = engine.trail();
    const std::size_t subject = static_cast<std::size_t>(data) / (items_.size() + 1);
    const std::size_t critical = static_cast<std::size_t>(data) % (items_.size() + 1);
    std::vector<State> states(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) states[i] = state_before(trail, i, index);
    const Wide weight = price_weight(critical);
    Wide spare = 0;
    if (subject < items_.size()) {
        // Were it decided the other way, too little could be had for the ceiling of what is forgone.
        states[subject] = implied == items_[subject].chosen ? State::out : State::in;
        const Bound ceiling{upper(forgone_), trail.value_before(upper(forgone_), index)};
        out.push_back(ceiling);
        spare = (total_ + Wide{ceiling.value} * scale_) * weight - 1 - bound(states, critical);
    } else {
        spare = total_ * weight - Wide{implied.value - 1} * scale_ * weight - 1 - bound(states, critical);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (i == subject || states[i] == State::open) continue;
        const Wide worth = reduced(i, critical);
        const bool in = states[i] == State::in;
        const Wide price = in == (worth > 0) ? 0 : (worth < 0 ? -worth : worth);
        if (price <= spare) {
            spare -= price;
            continue;
        }
        out.push_back(in ? items_[i].chosen : items_[i].chosen.negated());
    }
}

}  // namespace masar::engine
