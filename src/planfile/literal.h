#pragma once
// What the parsers of literals share. A literal is read from the text of one scalar and from nothing else: "no", "1:30" and
// "2028-02-30" never turn into something else. A fault says which part of the text is wrong.
#include "base/text.h"
#include "planfile/code.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masar::planfile {

struct Fault {
    code::Code code;
    std::string_view where;  ///< part of the parsed text (a view into it, never a copy)
    base::Text message, hint;
};

template <class T>
using Parsed = tl::expected<T, Fault>;

[[nodiscard]] inline tl::unexpected<Fault> fault(code::Code code, std::string_view where, base::Text message,
                                                 base::Text hint = {}) {
    return tl::unexpected<Fault>(Fault{code, where, std::move(message), std::move(hint)});
}

/// Without spaces at both ends; still a view into `text`.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// The two parts around the first `separator`, trimmed; nothing when it does not occur.
[[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> split_at(std::string_view text,
                                                                                    std::string_view separator);
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
[[nodiscard]] bool all_digits(std::string_view text);
/// Arabic-Indic digits and separators as ASCII, so that a hint can show what was meant.
[[nodiscard]] std::string with_ascii_digits(std::string_view text);
/// Digits only; nothing when empty, not digits, or above `limit`.
[[nodiscard]] std::optional<std::int64_t> parse_whole(std::string_view text,
                                                      std::int64_t limit = 1'000'000'000'000'000);

}  // namespace masar::planfile
