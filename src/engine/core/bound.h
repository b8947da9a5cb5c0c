#pragma once
// The literals of the lazy-clause engine. Every variable is an integer; a literal bounds it from one side, and exists only while a
// clause or a reason speaks of it (lazy order literals: Ohrimenko, Stuckey, Codish 2009). Both sides of a variable are treated
// alike: side 2x holds a lower bound of x, side 2x+1 a lower bound of -x, so that every change is a rise.
#include <cstdint>

namespace masar::engine {

using Variable = std::int32_t;
using Side = std::int32_t;

struct Bound {
    Side side = -1;
    std::int32_t value = 0;  ///< the literal says: this side's bound is at least `value`

    constexpr bool operator==(const Bound&) const = default;
    /// x >= v is false exactly when -x >= 1 - v.
    [[nodiscard]] constexpr Bound negated() const { return {side ^ 1, 1 - value}; }
};

[[nodiscard]] constexpr Side lower(Variable x) { return 2 * x; }
[[nodiscard]] constexpr Side upper(Variable x) { return 2 * x + 1; }
[[nodiscard]] constexpr Bound at_least(Variable x, std::int32_t value) { return {lower(x), value}; }
[[nodiscard]] constexpr Bound at_most(Variable x, std::int32_t value) { return {upper(x), -value}; }

}  // namespace masar::engine
