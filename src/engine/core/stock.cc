#include "engine/core/stock.h"

#include <algorithm>

namespace masar::engine {

using problem::Mode;
using problem::Span;

Stock::Stock(const Instance& instance) : instance_(instance), days_(static_cast<std::size_t>(instance.horizon()) + 1) {
    const auto& data = instance.problem().data();
    for (const auto& reservoir : data.reservoirs) level_.insert(level_.end(), days_, reservoir.initial);
    for (const auto& activity : data.activities) {
        if (activity.fixed < 0) continue;
        const auto& given = data.fixed_activities[activity.fixed];
        apply(activity.modes[given.mode], {given.start, given.end});
    }
    level_at_first_ = level_;
}

void Stock::change(const Mode& mode, Span span, std::int64_t sign) {
    for (const auto& change : mode.stock_changes) {
        const Day day = change.anchor == problem::Anchor::start ? span.start : span.end;
        std::int64_t* const levels = level_.data() + static_cast<std::size_t>(change.reservoir) * days_;
        for (auto d = static_cast<std::size_t>(day); d < days_; ++d) levels[d] += sign * change.amount;
    }
}

bool Stock::allows(const Mode& mode, Span span) {
    if (mode.stock_changes.empty()) return true;
    apply(mode, span);
    bool within = true;
    for (const auto& change : mode.stock_changes) {
        const auto& reservoir = instance_.problem().data().reservoirs[change.reservoir];
        const std::int64_t* const levels = level_.data() + static_cast<std::size_t>(change.reservoir) * days_;
        within &= std::all_of(levels + span.start, levels + days_, [&](std::int64_t level) {
            return level >= reservoir.minimum && level <= reservoir.maximum;
        });
    }
    undo(mode, span);
    return within;
}

std::int64_t Stock::overshoot() const {
    std::int64_t days = 0;
    const auto& reservoirs = instance_.problem().data().reservoirs;
    for (std::size_t i = 0; i < reservoirs.size(); ++i) {
        const auto levels = level_.begin() + static_cast<std::ptrdiff_t>(i * days_);
        days += std::count_if(levels, levels + static_cast<std::ptrdiff_t>(days_), [&](std::int64_t level) {
            return level < reservoirs[i].minimum || level > reservoirs[i].maximum;
        });
    }
    return days;
}

}  // namespace masar::engine
