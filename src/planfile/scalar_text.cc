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

std::string_view without_spaces(std::string_view line, bool at_left, bool at_right) {
    while (at_left && line.starts_with(' ')) line.remove_prefix(1);
    while (at_right && (line.ends_with(' ') || line.ends_with('\r'))) line.remove_suffix(1);
    return line;
}

void append_single_quoted(std::string& out, std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        out += line[i];
        if (line.substr(i, 2) == "''") ++i;
    }
}

}  // namespace

std::string single_quoted_text(std::string_view inside) {
    std::string out;
    std::size_t line_ends = 0;
    for (bool first = true;; first = false) {
        const std::size_t end = inside.find('\n');
        const bool last = end == std::string_view::npos;
        const std::string_view line = without_spaces(inside.substr(0, end), !first, !last);
        if (!line.empty() || first || last) {
            if (line_ends == 1) out += ' ';
            if (line_ends > 1) out.append(line_ends - 1, '\n');
            append_single_quoted(out, line);
            line_ends = 0;
        }
        if (last) return out;
        ++line_ends;
        inside.remove_prefix(end + 1);
    }
}

std::string scalar_text(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    if (has_control(text)) return base::json_quoted(text);
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
}

}  // namespace masar::planfile
