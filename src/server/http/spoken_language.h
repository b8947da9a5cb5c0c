#pragma once
// In which of the two languages a caller is answered, and by which name the server was called.
#include "base/text.h"

#include <string_view>

namespace masar::server {

/// `wanted` is the value of ?lang= (may be empty), `accepted` that of Accept-Language: the first of "ar" and "en" by weight (RFC
/// 9110, 12.5.4); English when neither is asked for.
[[nodiscard]] base::Language spoken_language(std::string_view wanted, std::string_view accepted);

/// Whether a Host is this very machine, or is a number: "localhost:8080", "127.0.0.1", "[::1]:8080", "10.1.2.3".
[[nodiscard]] bool is_local_name(std::string_view host);

}  // namespace masar::server
