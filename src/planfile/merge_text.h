#pragma once
// Two changes of one text, made independently, in one: so that a change can be taken back although others have written since.
#include <optional>
#include <string>
#include <string_view>

namespace masar::planfile {

/// `base` with what both `one` and `other` changed of it, line by line. Nothing where both changed the same lines, or inserted something
/// at the same place, in different ways. Taking back the change from a to b in c: merged_text(b, a, c).
[[nodiscard]] std::optional<std::string> merged_text(std::string_view base, std::string_view one,
                                                     std::string_view other);

}  // namespace masar::planfile
