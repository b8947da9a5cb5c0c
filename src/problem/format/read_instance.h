#pragma once
// Public benchmark formats → Problem: PSPLIB .sm and .mm (Kolisch, Sprecher 1996), Patterson .rcp, ProGen/max .sch (Schwindt 1998),
// and the reservoir form of KSD30. Malformed text is refused with line and reason. Room `problem`: these files are integers already.
#include "problem/problem.h"

#include "base/result.h"

#include <string_view>

namespace masar::problem {

enum class Format : std::uint8_t { psplib_sm, psplib_mm, patterson, progen_max, reservoir };

/// By extension and, for .rcp, by the first lines (two numbers: Patterson; three: reservoir form).
[[nodiscard]] base::Result<Format> detect_format(std::string_view file_name, std::string_view text);
[[nodiscard]] base::Result<Problem> read_instance(Format format, std::string_view text);

}  // namespace masar::problem
