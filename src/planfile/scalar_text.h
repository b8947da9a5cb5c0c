#pragma once
// A text as a scalar of a plan file: plain where YAML reads it back unchanged, in quotes otherwise.
#include <string>
#include <string_view>

namespace masar::planfile {

/// One line, valid in flow and in block.
[[nodiscard]] std::string scalar_text(std::string_view text);

/// What stands between single quotes, as YAML reads it (1.2.2, 7.3.2): '' is a quote, a line end a space, an empty line a line end.
[[nodiscard]] std::string single_quoted_text(std::string_view inside);

}  // namespace masar::planfile
