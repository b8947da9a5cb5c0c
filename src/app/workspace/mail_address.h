#pragma once
// What can be the address of a message.
#include <algorithm>
#include <string_view>

namespace masar::app {

/// name@host: letters, digits and . _ + - (RFC 5321 allows more, which nobody has), so that it can stand in a header as it is.
[[nodiscard]] inline bool is_mail_address(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
    const std::string_view name = text.substr(0, at), host = text.substr(at + 1);
    return !host.empty() && !name.starts_with('-') && !host.starts_with('-') && !host.starts_with('.')
           && std::ranges::all_of(name, [&](char c) { return plain(c) || c == '_' || c == '+'; })
           && std::ranges::all_of(host, plain);
}

}  // namespace masar::app
