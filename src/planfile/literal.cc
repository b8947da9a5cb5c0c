#include "planfile/literal.h"

#include "base/utf8.h"

#include <algorithm>

namespace masar::planfile {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

std::optional<std::pair<std::string_view, std::string_view>> split_at(std::string_view text,
                                                                      std::string_view separator) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    return std::pair(trimmed(text.substr(0, at)), trimmed(text.substr(at + separator.size())));
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!(text = trimmed(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

std::string with_ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        at += std::max<std::size_t>(1, point.bytes);
        if (point.value >= 0x660 && point.value <= 0x669)
            out += static_cast<char>('0' + (point.value - 0x660));
        else if (point.value >= 0x6F0 && point.value <= 0x6F9)
            out += static_cast<char>('0' + (point.value - 0x6F0));
        else if (point.value == 0x66A)
            out += '%';
        else if (point.value == 0x66B)
            out += '.';
        else if (point.value == 0x66C)
            out += ',';
        else
            base::append_utf8(out, point.value);
    }
    return out;
}

std::optional<std::int64_t> parse_whole(std::string_view text, std::int64_t limit) {
    if (!all_digits(text)) return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : text) {
        value = value * 10 + (digit - '0');
        if (value > limit) return std::nullopt;
    }
    return value;
}

}  // namespace masar::planfile
