#include "engine/core/trail.h"

namespace masar::engine {

Variable Trail::add_variable(std::int32_t least, std::int32_t greatest) {
    values_.push_back(least);
    values_.push_back(-greatest);
    heads_.insert(heads_.end(), 2, -1);
    return variables() - 1;
}

void Trail::raise(Bound bound, Reason reason) {
    const auto side = static_cast<std::size_t>(bound.side);
    entries_.push_back({bound.side, values_[side], bound.value, heads_[side], level(), reason});
    heads_[side] = size() - 1;
    values_[side] = bound.value;
}

void Trail::backtrack(std::int32_t level) {
    if (level >= this->level()) return;
    const std::int32_t keep = level_starts_[static_cast<std::size_t>(level)];
    while (size() > keep) {
        const Entry& last = entries_.back();
        values_[static_cast<std::size_t>(last.side)] = last.old_value;
        heads_[static_cast<std::size_t>(last.side)] = last.previous;
        entries_.pop_back();
    }
    level_starts_.resize(static_cast<std::size_t>(level));
}

std::int32_t Trail::position(Bound bound) const {
    std::int32_t at = heads_[static_cast<std::size_t>(bound.side)];
    while (at >= 0 && (*this)[at].old_value >= bound.value) at = (*this)[at].previous;
    return at;
}

std::int32_t Trail::value_before(Side side, std::int32_t index) const {
    std::int32_t at = heads_[static_cast<std::size_t>(side)];
    std::int32_t found = value(side);
    while (at >= index) {
        found = (*this)[at].old_value;
        at = (*this)[at].previous;
    }
    return found;
}

}  // namespace masar::engine
