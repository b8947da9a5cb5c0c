#include "planfile/scalar_text.h"

#include "base/json_writer.h"

#include <algorithm>

namespace masar::planfile {
namespace {

bool letter_or_digit(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || (c & 0x80) != 0;
}

/// Narrower than YAML allows, so that nobody has to know the rule.
bool is_plain(std::string_view text) {
    if (text.empty() || !letter_or_digit(text.front()) || text.ends_with(' ') || text.ends_with(':')) return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
    return std::ranges::all_of(text, [](char c) {
        return letter_or_digit(c) || std::string_view(" -_.:;/()+%'!?&*=<>|@$").find(c) != std::string_view::npos;
    });
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

std::string scalar_text(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    if (has_control(text)) return base::json_quoted(text);
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
}

}  // namespace masar::planfile
