#pragma once
// Passwords that everybody tries first.
#include <string_view>

namespace masar::app {

/// One after the other, each with a space behind it, sorted.
extern const std::string_view common_password_words;

/// One of them, or two in a row, whatever digits and signs stand behind; `plain` is in small letters. Few have the 12 characters that a
/// password needs by themselves: what is chosen where length is asked for are two of them, or one and a year.
[[nodiscard]] bool is_common_password(std::string_view plain);

}  // namespace masar::app
