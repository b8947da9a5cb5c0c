#pragma once
// A text as a scalar of a plan file: plain where YAML reads it back unchanged, in quotes otherwise.
#include <string>
#include <string_view>

namespace masar::planfile {

/// One line, valid in flow and in block.
[[nodiscard]] std::string scalar_text(std::string_view text);

}  // namespace masar::planfile
