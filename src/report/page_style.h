#pragma once
#include <string_view>

namespace masar::report {

/// The page's style sheet: tokens of the visual design, light and dark, screen and paper. Logical properties throughout, except
/// inside drawings and for columns of numbers, which align right in both directions.
[[nodiscard]] std::string_view page_style();
/// Patterns that the drawings refer to.
[[nodiscard]] std::string_view page_patterns();

}  // namespace masar::report
