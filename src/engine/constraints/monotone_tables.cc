#include "engine/constraints/monotone_tables.h"

#include <algorithm>

namespace masar::engine {
namespace {

std::int32_t image(const MonotoneTable& each, std::int32_t from) {
    return each.table[static_cast<std::size_t>(from - each.first)];
}

/// Least from-value whose image is at least `value`; one past the table when there is none.
std::int32_t least_reaching(const MonotoneTable& each, std::int32_t value) {
    return each.first + static_cast<std::int32_t>(std::ranges::lower_bound(each.table, value) - each.table.begin());
}

}  // namespace

MonotoneTables::MonotoneTables(std::vector<MonotoneTable> tables) : tables_(std::move(tables)) {
    Side last = 0;
    const auto concerns = [&](Side side, std::size_t i) {
        last = std::max(last, side);
        if (of_side_.size() <= static_cast<std::size_t>(last)) of_side_.resize(static_cast<std::size_t>(last) + 1);
        of_side_[static_cast<std::size_t>(side)].push_back(static_cast<std::int32_t>(i));
    };
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        concerns(lower(tables_[i].from), i);
        concerns(upper(tables_[i].to), i);
        for (const Bound condition : tables_[i].conditions) concerns(condition.side, i);
        waiting_.push_back(static_cast<std::int32_t>(i));
    }
    waits_.assign(tables_.size(), true);
}

std::vector<Side> MonotoneTables::wakes_on() const {
    std::vector<Side> sides;
    for (std::size_t side = 0; side < of_side_.size(); ++side)
        if (!of_side_[side].empty()) sides.push_back(static_cast<Side>(side));
    return sides;
}

void MonotoneTables::notice(Side side) {
    for (const std::int32_t index : of_side_[static_cast<std::size_t>(side)]) {
        if (waits_[static_cast<std::size_t>(index)]) continue;
        waits_[static_cast<std::size_t>(index)] = true;
        waiting_.push_back(index);
    }
}

bool MonotoneTables::propagate(ClauseEngine& engine) {
    while (!waiting_.empty()) {
        const std::int32_t index = waiting_.back();
        if (!look_at(engine, index)) return false;  // stays waiting: it may have more to say after the conflict
        waiting_.pop_back();
        waits_[static_cast<std::size_t>(index)] = false;
    }
    return true;
}

bool MonotoneTables::look_at(ClauseEngine& engine, std::int32_t index) {
    const Trail& trail = engine.trail();
    const MonotoneTable& each = tables_[static_cast<std::size_t>(index)];
    const Bound* open = nullptr;
    for (const Bound& condition : each.conditions) {
        if (trail.is_true(condition)) continue;
        if (open != nullptr || trail.is_false(condition)) return true;
        open = &condition;
    }
    if (open == nullptr) return push(engine, index);
    if (image(each, trail.least(each.from)) <= trail.greatest(each.to)) return true;
    return engine.raise(open->negated(), *this, index);
}

bool MonotoneTables::push(ClauseEngine& engine, std::int32_t index) {
    const Trail& trail = engine.trail();
    const MonotoneTable& each = tables_[static_cast<std::size_t>(index)];
    const std::int32_t needed = image(each, trail.least(each.from));
    if (!engine.raise(at_least(each.to, needed), *this, index)) return false;
    const std::int32_t latest = least_reaching(each, trail.greatest(each.to) + 1) - 1;
    if (!engine.raise(at_most(each.from, latest), *this, index)) return false;
    // On a self-table (from = to) a push may lead to a further one.
    if (each.from == each.to && image(each, trail.least(each.from)) > trail.least(each.to)) return push(engine, index);
    return true;
}

void MonotoneTables::explain_condition(const ClauseEngine& engine, const MonotoneTable& table, std::int32_t index,
                                       Explanation& out) const {
    const std::int32_t greatest = -engine.trail().value_before(upper(table.to), index);
    const std::int32_t least = least_reaching(table, greatest + 1);
    out.push_back(at_least(table.from, least));
    out.push_back(at_most(table.to, image(table, least) - 1));
}

void MonotoneTables::explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                             Explanation& out) const {
    const MonotoneTable& each = tables_[static_cast<std::size_t>(data)];
    for (const Bound condition : each.conditions)
        if (condition.side != (implied.side ^ 1)) out.push_back(condition);
    if (implied.side == lower(each.to)) {
        out.push_back(at_least(each.from, least_reaching(each, implied.value)));
    } else if (implied.side == upper(each.from)) {
        const std::int32_t beyond = 1 - implied.value;  // from >= beyond is what cannot be
        if (beyond >= each.first)
            out.push_back(at_most(each.to, image(each, beyond) - 1));
        else
            out.push_back(at_most(each.to, each.table.front() - 1));
    } else {
        explain_condition(engine, each, index, out);
    }
}

}  // namespace masar::engine
