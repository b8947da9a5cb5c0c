#include "server/http/request_target.h"

#include "base/utf8.h"

#include <algorithm>

namespace masar::server {
namespace {

constexpr std::size_t most_parameters = 64;

tl::unexpected<base::Error> refused(std::string en, std::string ar) {
    return base::failure(base::Error::Kind::malformed, {std::move(en), std::move(ar)});
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

bool bad_part(std::string_view part) { return part.empty() || part == "." || part == ".."; }

base::Result<std::string> read_path(std::string_view raw) {
    auto path = percent_decoded(raw);
    if (!path) return path;
    // A decoded slash is one more than was sent.
    const bool hidden_slash = std::ranges::count(*path, '/') != std::ranges::count(raw, '/');
    if (hidden_slash || path->find('\\') != std::string::npos)
        return refused("the address hides a slash", "في العنوان شرطة مائلة مخفية");
    for (std::size_t at = 1; at < path->size();) {
        const std::size_t end = std::min(path->find('/', at), path->size());
        // A slash at the very end opens no further part.
        if (bad_part(std::string_view(*path).substr(at, end - at)))
            return refused("the address has an empty part, or one that leads upwards",
                           "في العنوان جزء فارغ أو جزء يقود إلى المستوى الأعلى");
        at = end + 1;
    }
    return path;
}

base::Result<std::string> read_query_word(std::string_view raw) {
    std::string spaced(raw);
    std::ranges::replace(spaced, '+', ' ');
    return percent_decoded(spaced);
}

base::Result<void> read_query(std::string_view raw, RequestTarget& target) {
    while (!raw.empty()) {
        const std::size_t end = std::min(raw.find('&'), raw.size());
        const std::string_view pair = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = read_query_word(pair.substr(0, equals));
        auto value = read_query_word(pair.substr(std::min(equals + 1, pair.size())));
        if (!name) return tl::unexpected(name.error());
        if (!value) return tl::unexpected(value.error());
        if (target.query.size() == most_parameters)
            return refused("the address has more than 64 parameters", "في العنوان أكثر من 64 معاملاً");
        target.query.emplace_back(std::move(*name), std::move(*value));
    }
    return {};
}

}  // namespace

base::Result<std::string> percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '%') {
            const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
            if (high < 0 || low < 0) return refused("the address has a broken %-escape", "في العنوان رمز % ناقص");
            c = static_cast<char>(high * 16 + low);
            at += 2;
        }
        if (is_control(c)) return refused("the address has a control character", "في العنوان محرف تحكم");
        out += c;
    }
    if (base::first_invalid_utf8(out)) return refused("the address is not UTF-8", "العنوان ليس بترميز UTF-8");
    return out;
}

base::Result<RequestTarget> read_target(std::string_view target) {
    if (!target.starts_with('/') || target.find('#') != std::string_view::npos)
        return refused("the target of the request is not a path of this server", "هدف الطلب ليس مساراً في هذا الخادم");
    const std::size_t mark = std::min(target.find('?'), target.size());
    RequestTarget read;
    auto path = read_path(target.substr(0, mark));
    if (!path) return tl::unexpected(path.error());
    read.path = std::move(*path);
    if (auto query = read_query(target.substr(std::min(mark + 1, target.size())), read); !query)
        return tl::unexpected(query.error());
    return read;
}

}  // namespace masar::server
