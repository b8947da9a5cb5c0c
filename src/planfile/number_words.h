#pragma once
// Small numbers spelled out: «المرحلة الثانية» says the 2 of "Phase 2".
#include <string_view>

namespace masar::planfile {

/// Whether a text in either language has a word for this number, cardinal or ordinal; `digits` "1" to "12", false for others.
[[nodiscard]] bool spells_out(std::string_view text, std::string_view digits);

}  // namespace masar::planfile
