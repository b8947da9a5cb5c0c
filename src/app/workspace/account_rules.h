#pragma once
// What a login, a password and a name may be.
#include "app/workspace/refusal.h"

#include <string>
#include <string_view>

namespace masar::app {

/// As logins are compared and kept: small letters, no spaces around. Fails (field "login") for fewer than 3 or more than 64
/// characters, or others than letters a–z, digits and . _ - @.
[[nodiscard]] Outcome<std::string> checked_login(std::string_view login);

/// Fails (field "password") for fewer than 12 characters or more than 1,000 bytes, fewer than 5 different ones, the login in it, or
/// one that many people choose (NIST SP 800-63B, 5.1.1: length is what counts; no rules of composition).
[[nodiscard]] Outcome<void> check_password(std::string_view password, std::string_view login);
/// Its Argon2id, when it may be used. Takes long: not for inside of a transaction.
[[nodiscard]] Outcome<std::string> hashed_password(std::string_view password, std::string_view login);

/// A name or an address as typed, without spaces around; fails (`field`) for more than 200 characters or control characters.
[[nodiscard]] Outcome<std::string> checked_line(std::string_view text, std::string_view field);

}  // namespace masar::app
