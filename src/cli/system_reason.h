#pragma once
// Why the operating system refused, in both languages.
#include "base/result.h"

#include <string_view>

namespace masar::cli {

/// For an errno: "permission denied"; "system error 71" for those without words of their own.
[[nodiscard]] base::Text system_reason(int error_number);
/// "cannot read 'plan.yaml': no such file or folder", of kind input_output.
[[nodiscard]] base::Error file_error(const base::Text& attempt, std::string_view path, int error_number);

}  // namespace masar::cli
