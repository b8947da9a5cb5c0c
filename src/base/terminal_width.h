#pragma once
// How wide a text is in a terminal, so that a caret stands under the character it means.
#include <cstddef>
#include <string_view>

namespace masar::base {

/// Terminal cells: combining marks, controls and invisible marks 0, wide East Asian characters and emoji 2, all others 1,
/// Arabic letters among them (terminals give each letter its cell, joined or not). An invalid byte is 1, as it is shown.
[[nodiscard]] std::size_t display_width(std::string_view utf8);
[[nodiscard]] int cells_of(char32_t code_point);

}  // namespace masar::base
