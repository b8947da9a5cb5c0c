#pragma once
// What the YAML library says about malformed text, in words for planners and in both languages.
#include "base/text.h"

#include <string_view>

namespace masar::planfile {

struct SyntaxErrorText {
    base::Text message, hint;
};

/// `detail` is libfyaml's own sentence; unknown ones get a general sentence.
[[nodiscard]] SyntaxErrorText explain_syntax_error(std::string_view detail);

}  // namespace masar::planfile
