#pragma once
// The target of a request in its one meaning: decoded once, no way up, no second spelling of a slash. What has two readings is
// refused instead of repaired, so that what was authorised is what is opened.
#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masar::server {

struct RequestTarget {
    std::string path;  ///< begins with '/', UTF-8, without "." and ".." and empty parts
    std::vector<std::pair<std::string, std::string>> query;
};

/// Fails (malformed) for anything but "/path?query" (RFC 9112, 3.2.1).
[[nodiscard]] base::Result<RequestTarget> read_target(std::string_view target);

/// "%D8%A7" → "ا"; '+' stays as it is. Nothing for a bad escape or a control character.
[[nodiscard]] base::Result<std::string> percent_decoded(std::string_view text);

}  // namespace masar::server
