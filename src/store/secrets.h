#pragma once
// Passwords and tokens. What is random here is from the operating system: secrets are the one thing that must not be repeatable.
#include <string>
#include <string_view>

namespace masar::store {

/// 256 random bits as 43 letters, digits, '-' and '_' (base64url, RFC 4648).
[[nodiscard]] std::string random_token();
/// What is kept of a token: tokens are long and random, so that a plain SHA-256 does.
[[nodiscard]] std::string token_hash(std::string_view token);

/// Argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet), with its salt; empty when memory is lacking.
[[nodiscard]] std::string password_hash(std::string_view password);
[[nodiscard]] bool password_matches(const std::string& hash, std::string_view password);
/// Takes as long as comparing with a real hash, so that an unknown login is not told from a wrong password.
void compare_with_nobody(std::string_view password);

/// In time that does not depend on where they differ.
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other);

}  // namespace masar::store
