#pragma once
// An index into one vector of the plan, typed so that a pool cannot be taken for an activity.
#include <compare>
#include <cstddef>
#include <cstdint>

namespace masar::base {

template <class Tag>
struct Index {
    std::int32_t value = -1;  ///< -1 = none

    [[nodiscard]] constexpr bool known() const { return value >= 0; }
    [[nodiscard]] constexpr std::size_t at() const { return static_cast<std::size_t>(value); }
    constexpr auto operator<=>(const Index&) const = default;
};

template <class IndexType>
[[nodiscard]] constexpr IndexType index_of(std::size_t position) {
    return IndexType{static_cast<std::int32_t>(position)};
}

}  // namespace masar::base
