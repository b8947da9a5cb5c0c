#include "engine/branching/failure_directed.h"

#include <algorithm>

namespace masar::engine {
namespace {

constexpr std::int32_t most_splits = 64;  ///< per variable
constexpr double memory = 0.95;           ///< how much of a rating stays when it is rated again

}  // namespace

FailureDirected::FailureDirected(std::vector<Variable> variables, const Trail& trail, Branching& otherwise)
    : otherwise_(otherwise) {
    for (const Variable each : variables) {
        const std::int32_t width = trail.greatest(each) - trail.least(each);
        if (width == 0) continue;
        const std::int32_t step = (width + most_splits - 1) / most_splits;
        Split split{each, step, trail.least(each), {}};
        split.ratings.resize(static_cast<std::size_t>((width + step - 1) / step));
        splits_.push_back(std::move(split));
    }
}

/// The split nearest to the middle of the domain.
std::size_t FailureDirected::middle(const Split& split, const Trail& trail) {
    const std::int32_t centre = (trail.least(split.variable) + trail.greatest(split.variable) - 1) / 2;
    const std::int32_t at = std::max(0, (centre - split.least) / split.step);
    return std::min(static_cast<std::size_t>(at), split.ratings.size() - 1);
}

std::int64_t FailureDirected::space(const Trail& trail) const {
    std::int64_t sum = 0;
    for (const Split& split : splits_) sum += trail.greatest(split.variable) - trail.least(split.variable);
    return sum;
}

/// Compared with what is usual at that depth.
void FailureDirected::rate(double rating) {
    if (tried_ == nullptr) return;
    if (usual_.size() <= depth_) usual_.resize(depth_ + 1, 1);
    double& usual = usual_[depth_];
    *tried_ = memory * *tried_ + (1 - memory) * rating / std::max(usual, 0.01);
    usual = memory * usual + (1 - memory) * rating;
    tried_ = nullptr;
}

void FailureDirected::learn(const ClauseEngine& /*engine*/) { rate(0); }

std::optional<Bound> FailureDirected::choose(const Trail& trail) {
    const std::int64_t left = space(trail);
    if (space_before_ > 0) rate(1 + std::min(1.0, static_cast<double>(left) / static_cast<double>(space_before_)));
    Choice best;
    for (Split& split : splits_) {
        if (trail.fixed(split.variable)) continue;
        const std::size_t at = middle(split, trail);
        if (best.split != nullptr && split.ratings[at].sum() >= best.split->ratings[best.at].sum()) continue;
        best = {&split, at};
    }
    if (best.split == nullptr) return otherwise_.choose(trail);
    const Variable variable = best.split->variable;
    // Between two splits the domain itself says where.
    const std::int32_t value = std::clamp(best.split->least + static_cast<std::int32_t>(best.at) * best.split->step,
                                          trail.least(variable), trail.greatest(variable) - 1);
    Ratings& ratings = best.split->ratings[best.at];
    const bool go_left = ratings.left <= ratings.right;
    tried_ = go_left ? &ratings.left : &ratings.right;
    depth_ = static_cast<std::size_t>(trail.level());
    space_before_ = left;
    return go_left ? at_most(variable, value) : at_least(variable, value + 1);
}

}  // namespace masar::engine
