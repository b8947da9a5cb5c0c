#include "engine/constraints/reservoir.h"

#include <algorithm>

namespace masar::engine {
namespace {

std::int32_t day_of(const StockEvent& event, std::int32_t value) {
    return event.calendar == nullptr ? value + event.duration : event.calendar->end_of(value, event.duration);
}

/// Least value whose day is after `day`; days off count as the next working day.
std::int32_t first_after(const StockEvent& event, std::int32_t day) {
    if (event.calendar == nullptr) return day + 1 - event.duration;
    if (event.duration == 0) return day + 1;
    const std::int32_t start = event.calendar->start_reaching(day + 1, event.duration);
    return start == problem::never ? start : event.calendar->nth(event.calendar->count_before(start) - 1) + 1;
}

Bound by(const StockEvent& event, std::int32_t day) { return at_most(event.variable, first_after(event, day) - 1); }

bool true_before(const Trail& trail, Bound bound, std::int32_t index) {
    return trail.value_before(bound.side, index) >= bound.value;
}

/// Whether the event surely counts against the stock, seen from before entry `index`: a sure take, or a give that cannot be.
bool against(const Trail& trail, const StockEvent& event, std::int32_t day, std::int32_t index) {
    const Bound in_time = by(event, day);
    if (event.amount < 0) return true_before(trail, in_time, index) && true_before(trail, event.chosen, index);
    return true_before(trail, in_time.negated(), index) || true_before(trail, event.chosen.negated(), index);
}

}  // namespace

std::vector<Side> Reservoir::wakes_on() const {
    std::vector<Side> sides;
    for (const StockEvent& event : setup_.events) {
        const bool takes = event.amount < 0;
        sides.push_back(takes ? upper(event.variable) : lower(event.variable));
        sides.push_back(takes ? event.chosen.side : event.chosen.side ^ 1);
    }
    if (setup_.condition) sides.push_back(setup_.condition->side);
    std::ranges::sort(sides);
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    return sides;
}

/// The most that can be there changes where a give becomes possible and where a take becomes sure; each stretch between two such days
/// is seen at its first day, which binds gives most, and at its last, which binds takes most.
std::vector<std::int32_t> Reservoir::days_to_look_at(const Trail& trail) const {
    std::vector<std::int32_t> days{0};
    for (const StockEvent& event : setup_.events) {
        const std::int32_t day =
            day_of(event, event.amount < 0 ? trail.greatest(event.variable) : trail.least(event.variable));
        days.insert(days.end(), {day, std::max(0, day - 1)});
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

bool Reservoir::propagate(ClauseEngine& engine) {
    if (setup_.condition && !engine.trail().is_true(*setup_.condition)) return true;
    for (const std::int32_t day : days_to_look_at(engine.trail()))
        if (!look_at(engine, day)) return false;
    return true;
}

bool Reservoir::look_at(ClauseEngine& engine, std::int32_t day) {
    const Trail& trail = engine.trail();
    const auto events = static_cast<std::int32_t>(setup_.events.size());
    std::int64_t most = setup_.initial;
    for (const StockEvent& event : setup_.events)
        if (against(trail, event, day, trail.size()) == (event.amount < 0)) most += event.amount;
    if (most < setup_.floor) {
        Explanation conflict;
        explain_stock(trail, day, -1, trail.size(), conflict);
        return engine.fail(std::move(conflict));
    }
    for (std::int32_t i = 0; i < events; ++i) {
        const StockEvent& event = setup_.events[static_cast<std::size_t>(i)];
        if (against(trail, event, day, trail.size()) || most - std::abs(event.amount) >= setup_.floor) continue;
        if (!push(engine, day, i)) return false;
    }
    return true;
}

/// The event may not count against the stock on that day: a take has to wait, a give has to have happened.
bool Reservoir::push(ClauseEngine& engine, std::int32_t day, std::int32_t index) {
    const StockEvent& event = setup_.events[static_cast<std::size_t>(index)];
    const std::int32_t data = day * static_cast<std::int32_t>(setup_.events.size()) + index;
    const Bound in_time = by(event, day);
    if (event.amount > 0) return engine.raise(event.chosen, *this, data) && engine.raise(in_time, *this, data);
    if (engine.trail().is_true(event.chosen)) return engine.raise(in_time.negated(), *this, data);
    if (engine.trail().is_true(in_time)) return engine.raise(event.chosen.negated(), *this, data);
    return true;
}

void Reservoir::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                        Explanation& out) const {
    const auto events = static_cast<std::int32_t>(setup_.events.size());
    const std::int32_t day = data / events, self = data % events;
    const StockEvent& event = setup_.events[static_cast<std::size_t>(self)];
    if (event.amount < 0) out.push_back(implied.side == lower(event.variable) ? event.chosen : by(event, day));
    explain_stock(engine.trail(), day, self, index, out);
}

/// Why so little can be there, leaving out what makes no difference.
void Reservoir::explain_stock(const Trail& trail, std::int32_t day, std::int32_t without, std::int32_t index,
                              Explanation& out) const {
    if (setup_.condition) out.push_back(*setup_.condition);
    std::int64_t most = setup_.initial;
    std::vector<std::int32_t> reasons;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(setup_.events.size()); ++i) {
        const StockEvent& event = setup_.events[static_cast<std::size_t>(i)];
        const bool counts = i == without || against(trail, event, day, index);
        if (counts == (event.amount < 0)) most += event.amount;
        if (counts && i != without) reasons.push_back(i);
    }
    for (const std::int32_t i : reasons) {
        const StockEvent& event = setup_.events[static_cast<std::size_t>(i)];
        if (most + std::abs(event.amount) < setup_.floor) {
            most += std::abs(event.amount);
            continue;
        }
        const Bound in_time = by(event, day);
        if (event.amount < 0)
            out.insert(out.end(), {in_time, event.chosen});
        else
            out.push_back(true_before(trail, event.chosen.negated(), index) ? event.chosen.negated()
                                                                            : in_time.negated());
    }
}

}  // namespace masar::engine
