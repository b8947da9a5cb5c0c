#include "server/http/request_head.h"

#include "server/http/http_request.h"

#include <algorithm>
#include <charconv>

namespace masar::server {
namespace {

constexpr std::string_view end_of_line = "\r\n";

/// RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

bool is_visible(char c) { return c > 0x20 && c < 0x7f; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Takes one line without its end off `rest`; a bare CR or LF within it is seen by the caller's check of bytes.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(end_of_line), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    return line;
}

HeadFault read_request_line(std::string_view line, HeadShape& shape) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return HeadFault::bad_line;
    const std::string_view target = line.substr(first + 1, last - first - 1);
    if (!is_token(line.substr(0, first)) || target.empty() || !std::ranges::all_of(target, is_visible))
        return HeadFault::bad_line;
    const std::string_view version = line.substr(last + 1);
    shape.http10 = version == "HTTP/1.0";
    if (!shape.http10 && version != "HTTP/1.1") return HeadFault::bad_version;
    shape.keep_alive = !shape.http10;
    return HeadFault::none;
}

bool clean_value(std::string_view value) {
    return std::ranges::none_of(value, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

/// A name or address with an optional port: nothing that could be taken for a path, a user or a second host.
bool is_host(std::string_view value) {
    return !value.empty() && value.size() <= 255 && std::ranges::all_of(value, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || std::string_view("-._:[]").find(c) != std::string_view::npos;
    });
}

HeadFault read_length(std::string_view value, HeadShape& shape) {
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    const bool digits = !value.empty() && value.front() >= '0' && value.front() <= '9';
    if (shape.length || !digits || error != std::errc() || end != value.data() + value.size())
        return HeadFault::bad_length;
    shape.length = length;
    return HeadFault::none;
}

/// Whether the list "a, b" of a Connection field names `word`.
bool lists(std::string_view value, std::string_view word) {
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        if (same_word(trimmed(value.substr(0, comma)), word)) return true;
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return false;
}

/// What the fields that frame the message say, gathered over the head.
class Framing {
public:
    explicit Framing(HeadShape& shape) : shape_(shape) {}

    HeadFault take(std::string_view name, std::string_view value) {
        if (same_word(name, "Host")) return ++hosts_ > 1 || !is_host(value) ? HeadFault::bad_host : HeadFault::none;
        if (same_word(name, "Content-Length")) return read_length(value, shape_);
        if (same_word(name, "Transfer-Encoding")) {
            if (shape_.chunked || shape_.http10 || !same_word(value, "chunked")) return HeadFault::bad_encoding;
            shape_.chunked = true;
        } else if (same_word(name, "Connection")) {
            if (lists(value, "close")) shape_.keep_alive = false;
            if (shape_.http10 && lists(value, "keep-alive")) shape_.keep_alive = true;
        } else if (same_word(name, "Expect")) {
            shape_.expects_continue = same_word(value, "100-continue");
        }
        return HeadFault::none;
    }

    [[nodiscard]] HeadFault verdict() const {
        if (hosts_ == 0 && !shape_.http10) return HeadFault::bad_host;
        if (shape_.chunked && shape_.length) return HeadFault::length_and_more;
        return HeadFault::none;
    }

private:
    HeadShape& shape_;
    int hosts_ = 0;
};

HeadFault read_field(std::string_view line, Framing& framing) {
    if (line.front() == ' ' || line.front() == '\t') return HeadFault::folded_line;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return HeadFault::bad_field;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!clean_value(value)) return HeadFault::bad_bytes;
    return framing.take(line.substr(0, colon), value);
}

}  // namespace

HeadShape inspect_head(std::string_view head, std::size_t most_fields) {
    HeadShape shape;
    Framing framing(shape);
    const std::string_view first = take_line(head);
    if (!clean_value(first) || first.find('\t') != std::string_view::npos) shape.fault = HeadFault::bad_bytes;
    if (shape.fault == HeadFault::none) shape.fault = read_request_line(first, shape);
    for (std::size_t count = 0; shape.fault == HeadFault::none; ++count) {
        const std::string_view line = take_line(head);
        if (line.empty()) {
            shape.fault = framing.verdict();
            break;
        }
        shape.fault = count == most_fields ? HeadFault::too_many_fields : read_field(line, framing);
    }
    return shape;
}

std::size_t end_of_head(std::string_view bytes) {
    const std::size_t at = bytes.find("\r\n\r\n");
    return at == std::string_view::npos ? at : at + 4;
}

}  // namespace masar::server
