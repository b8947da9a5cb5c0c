#pragma once
// The two cookies: of a session, and of somebody who has none yet. Neither can be read by scripts, and other sites' pages do not send
// them; under TLS they are bound to this very host (RFC 6265bis, 4.1.3.2).
#include "server/http/http_request.h"

#include <string>
#include <string_view>

namespace masar::server {

enum class Cookie : unsigned char { session, guest };

[[nodiscard]] std::string_view cookie_value(const HttpRequest& request, Cookie cookie);
/// The value of Set-Cookie; an empty `value` takes the cookie back.
[[nodiscard]] std::string set_cookie(const HttpRequest& request, Cookie cookie, std::string_view value);

/// What a change must bring with it when there is no session yet: only a page of this server can have asked for it.
[[nodiscard]] std::string guest_csrf(std::string_view guest_cookie);

}  // namespace masar::server
