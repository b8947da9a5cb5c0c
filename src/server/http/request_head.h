#pragma once
// The bytes of a request's head, looked at before any parser: what two programs might read differently is refused, because that
// is how one request is smuggled inside another (RFC 9112, 11.2). Stricter than the parser that comes after.
#include <cstdint>
#include <optional>
#include <string_view>

namespace masar::server {

enum class HeadFault : unsigned char {
    none,
    bad_line,         ///< the first line is not "METHOD target HTTP/1.x"
    bad_version,      ///< neither HTTP/1.1 nor HTTP/1.0
    bad_bytes,        ///< a control character, or a line that does not end with CR LF
    folded_line,      ///< a field continued on the next line (obs-fold)
    bad_field,        ///< no name, a space before the colon, or characters that no name has
    bad_host,         ///< none, several, or one that is no host
    bad_length,       ///< several Content-Length, or one that is no plain number
    length_and_more,  ///< Content-Length together with Transfer-Encoding
    bad_encoding,     ///< a Transfer-Encoding other than "chunked", or one in HTTP/1.0
    too_many_fields,
};

struct HeadShape {
    HeadFault fault = HeadFault::none;
    bool http10 = false;
    bool keep_alive = true;
    bool chunked = false;
    std::optional<std::uint64_t> length;
    bool expects_continue = false;

    [[nodiscard]] bool has_body() const { return chunked || length.value_or(0) > 0; }
};

/// `head` ends with its empty line.
[[nodiscard]] HeadShape inspect_head(std::string_view head, std::size_t most_fields);

/// Where the head ends (behind its empty line); npos when it has not come in yet.
[[nodiscard]] std::size_t end_of_head(std::string_view bytes);

}  // namespace masar::server
