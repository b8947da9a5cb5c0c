#pragma once
// Hashes, secrets and the validators made from them (OpenSSL, which hashes a page in the time of a system call).
#include <string>
#include <string_view>

namespace masar::server {

/// 32 bytes (RFC 2104).
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);
/// Without padding (RFC 4648, 5).
[[nodiscard]] std::string base64url(std::string_view bytes);
/// `count` bytes that nobody can guess, of the operating system.
[[nodiscard]] std::string secret_bytes(std::size_t count);
/// In time that does not depend on where they differ.
[[nodiscard]] bool same_bytes(std::string_view a, std::string_view b);

/// A strong validator of these bytes, with its quotes: 128 bits of their hash.
[[nodiscard]] std::string etag_of(std::string_view body);
/// Whether a list of an If-Match or If-None-Match names it; "*" names everything.
[[nodiscard]] bool names_etag(std::string_view list, std::string_view etag);

}  // namespace masar::server
