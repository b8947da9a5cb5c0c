#pragma once
// SHA-256 (FIPS 180-4): names content, chains decisions, hides tokens.
#include <string>
#include <string_view>

namespace masar::base {

/// 64 hexadecimal digits in small letters.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace masar::base
