#pragma once
// Sentences broken at spaces into terminal lines, by display width.
#include <string>
#include <string_view>

namespace masar::report {

constexpr int terminal_columns = 80;

struct WrapShape {
    int columns = terminal_columns;
    std::string_view first_indent;  ///< before the first line, e.g. "  - "
    std::string_view next_indent;   ///< before every other one
};

/// Ends with a line break. A word longer than the line stands alone on one.
[[nodiscard]] std::string wrapped(std::string_view text, const WrapShape& shape = {});

}  // namespace masar::report
