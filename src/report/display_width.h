#pragma once
// Laying text out by terminal cells: where a caret stands, how much of a text fits.
#include <string>
#include <string_view>

namespace masar::report {

[[nodiscard]] int display_width(std::string_view utf8);
/// Cells before the code point number `column` (1-based) of a line: where a caret under it stands.
[[nodiscard]] int cells_before_column(std::string_view line, unsigned column);
/// The longest beginning that fits into `cells`; with "…" at its end when something was left out.
[[nodiscard]] std::string cut_to_width(std::string_view utf8, int cells);

}  // namespace masar::report
