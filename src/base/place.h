#pragma once
// Where something stands in the plan's text. Every record and every field that can be wrong carries one.
#include <compare>
#include <cstdint>

namespace masar::base {

struct Place {
    static constexpr std::uint16_t no_file = 0xFFFF;

    std::uint32_t line = 0;        ///< 1-based; 0 = no place
    std::uint32_t column = 0;      ///< 1-based, in code points (not bytes), so that Arabic counts as people count
    std::uint32_t end_column = 0;  ///< last column of the span, inclusive
    std::uint16_t file = no_file;  ///< index into Sources

    [[nodiscard]] bool known() const { return line != 0; }
    bool operator==(const Place&) const = default;
    auto operator<=>(const Place&) const = default;
};

}  // namespace masar::base
