#include "engine/branching/stay_order.h"

#include <algorithm>

namespace masar::engine {

StayOrder::StayOrder(std::vector<Stay> stays, std::unique_ptr<Branching> otherwise)
    : stays_(std::move(stays)), otherwise_(std::move(otherwise)) {
    std::erase_if(stays_, [](const Stay& each) { return each.where < 0; });
    std::ranges::stable_sort(stays_, {}, &Stay::where);
}

std::optional<Bound> StayOrder::choose(const Trail& trail) {
    for (const Stay& each : stays_) {
        if (trail.is_false(each.present)) continue;
        if (!trail.is_true(each.present)) return each.present;
        const bool within = trail.least(each.start) <= each.where && each.where <= trail.greatest(each.start);
        if (!within || trail.fixed(each.start)) continue;
        if (trail.least(each.start) < each.where) return at_least(each.start, each.where);
        return at_most(each.start, each.where);
    }
    return otherwise_->choose(trail);
}

}  // namespace masar::engine
