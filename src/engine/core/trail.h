#pragma once
// The bounds of all variables and the history of how they rose: who raised which side, from what to what, and why.
#include "engine/core/bound.h"

#include <vector>

namespace masar::engine {

/// Why a bound rose. A reason is told in words (a conjunction of bounds) only when conflict analysis asks for it.
struct Reason {
    static constexpr std::int32_t decision = -1, clause = -2;
    std::int32_t propagator = decision;  ///< index of the propagator, or one of the two above
    std::int32_t data = 0;               ///< clause index, or what the propagator wants to be told again
};

struct Entry {
    Side side;
    std::int32_t old_value, new_value;
    std::int32_t previous;  ///< entry that raised this side before; -1 = none
    std::int32_t level;
    Reason reason;
};

class Trail {
public:
    [[nodiscard]] Variable add_variable(std::int32_t least, std::int32_t greatest);
    [[nodiscard]] std::int32_t variables() const { return static_cast<std::int32_t>(values_.size() / 2); }

    [[nodiscard]] std::int32_t value(Side side) const { return values_[static_cast<std::size_t>(side)]; }
    [[nodiscard]] std::int32_t least(Variable x) const { return value(lower(x)); }
    [[nodiscard]] std::int32_t greatest(Variable x) const { return -value(upper(x)); }
    [[nodiscard]] bool fixed(Variable x) const { return least(x) == greatest(x); }
    [[nodiscard]] bool is_true(Bound bound) const { return value(bound.side) >= bound.value; }
    [[nodiscard]] bool is_false(Bound bound) const { return is_true(bound.negated()); }

    /// Raises the side; the caller has made sure that the bound is neither true nor false already.
    void raise(Bound bound, Reason reason);
    void new_level() { level_starts_.push_back(size()); }
    void backtrack(std::int32_t level);

    [[nodiscard]] std::int32_t level() const { return static_cast<std::int32_t>(level_starts_.size()); }
    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(entries_.size()); }
    [[nodiscard]] const Entry& operator[](std::int32_t index) const {
        return entries_[static_cast<std::size_t>(index)];
    }
    /// The entry that made a true bound true; -1 when it holds since the beginning.
    [[nodiscard]] std::int32_t position(Bound bound) const;
    /// The side's value just before entry `index` was made.
    [[nodiscard]] std::int32_t value_before(Side side, std::int32_t index) const;

private:
    std::vector<std::int32_t> values_;
    std::vector<std::int32_t> heads_;  ///< last entry of each side; -1 = none
    std::vector<Entry> entries_;
    std::vector<std::int32_t> level_starts_;
};

}  // namespace masar::engine
