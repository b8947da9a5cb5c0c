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

Stock::Swing Stock::swing_of(const Mode& mode, std::int32_t reservoir) {
    Swing swing;
    for (const auto& change : mode.stock_changes) {
        if (change.reservoir != reservoir) continue;
        swing.after += change.amount;
        if (change.anchor == problem::Anchor::start) swing.during += change.amount;
    }
    return swing;
}

Day Stock::next_start(const Mode& mode, Span span) const {
    Day next = span.start;
    for (const auto& change : mode.stock_changes) {
        const auto& reservoir = instance_.problem().data().reservoirs[change.reservoir];
        const std::int64_t* const levels = level_.data() + static_cast<std::size_t>(change.reservoir) * days_;
        const Swing swing = swing_of(mode, change.reservoir);
        for (Day day = static_cast<Day>(days_) - 1; day >= span.start; --day) {
            const std::int64_t level = levels[day] + (day < span.end ? swing.during : swing.after);
            if (level >= reservoir.minimum && level <= reservoir.maximum) continue;
            // What takes at the start and gives nothing more than back at the finish is short on that day from any start up
            // to it; otherwise the next day may already do.
            const bool takes = swing.during <= 0 && swing.after >= swing.during && level < reservoir.minimum;
            next = std::max(next, takes ? day + 1 : span.start + 1);
            break;
        }
    }
    return next;
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
