#include "engine/constraints/differences.h"

#include <algorithm>

namespace masar::engine {

Differences::Differences(std::int32_t variables, const std::vector<Difference>& differences)
    : first_(static_cast<std::size_t>(2 * variables) + 1, 0), marked_(static_cast<std::size_t>(2 * variables), false) {
    for (const Difference& each : differences) {
        arcs_.push_back({lower(each.from), lower(each.to), each.distance, each.origin});
        arcs_.push_back({upper(each.to), upper(each.from), each.distance, each.origin});
    }
    std::ranges::stable_sort(arcs_, {}, &Arc::from);
    for (const Arc& arc : arcs_) ++first_[static_cast<std::size_t>(arc.from) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    for (Side side = 0; side < 2 * variables; ++side) mark(side);
}

std::vector<Side> Differences::wakes_on() const {
    std::vector<Side> sides;
    for (const Arc& arc : arcs_)
        if (sides.empty() || sides.back() != arc.from) sides.push_back(arc.from);
    return sides;
}

void Differences::mark(Side side) {
    if (marked_[static_cast<std::size_t>(side)]) return;
    marked_[static_cast<std::size_t>(side)] = true;
    risen_.push_back(side);
}

void Differences::notice(Side side) { mark(side); }

bool Differences::propagate(ClauseEngine& engine) {
    // What this raises comes back through notice(), because the engine sees every entry of the trail.
    while (!risen_.empty()) {
        const auto side = static_cast<std::size_t>(risen_.back());
        risen_.pop_back();
        marked_[side] = false;
        const std::int32_t value = engine.trail().value(static_cast<Side>(side));
        for (auto i = first_[side]; i < first_[side + 1]; ++i) {
            const Arc& arc = arcs_[static_cast<std::size_t>(i)];
            if (!engine.raise({arc.to, value + arc.distance}, *this, i)) return mark(static_cast<Side>(side)), false;
        }
    }
    return true;
}

void Differences::explain(const ClauseEngine& /*engine*/, Bound implied, std::int32_t data, std::int32_t /*index*/,
                          Explanation& out) const {
    const Arc& arc = arcs_[static_cast<std::size_t>(data)];
    out.push_back({arc.from, implied.value - arc.distance});
}

}  // namespace masar::engine
