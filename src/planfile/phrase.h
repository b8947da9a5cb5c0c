#pragma once
// Sentences in both languages at once: one format per language, the same arguments.
#include "base/text.h"

#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>

namespace masar::planfile {

template <class... Arguments>
[[nodiscard]] base::Text phrase(fmt::format_string<const Arguments&...> en, fmt::format_string<const Arguments&...> ar,
                                const Arguments&... arguments) {
    return {fmt::format(en, arguments...), fmt::format(ar, arguments...)};
}

/// "a, b, c"
[[nodiscard]] std::string joined(std::span<const std::string_view> words);

/// A piece of the plan short enough to be quoted in a sentence; cut between characters.
[[nodiscard]] std::string shortened(std::string_view text);

}  // namespace masar::planfile
