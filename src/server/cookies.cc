#include "server/cookies.h"

#include "server/http/byte_hash.h"

namespace masar::server {
namespace {

std::string name_of(const HttpRequest& request, Cookie cookie) {
    return std::string(request.encrypted ? "__Host-" : "") + (cookie == Cookie::session ? "masar" : "masar-guest");
}

}  // namespace

std::string_view cookie_value(const HttpRequest& request, Cookie cookie) {
    return request.cookie(name_of(request, cookie));
}

std::string set_cookie(const HttpRequest& request, Cookie cookie, std::string_view value) {
    std::string text = name_of(request, cookie) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Strict";
    if (request.encrypted) text += "; Secure";
    if (value.empty()) text += "; Max-Age=0";
    return text;
}

std::string guest_csrf(std::string_view guest_cookie) {
    return guest_cookie.empty() ? "" : base64url(hmac_sha256(guest_cookie, "masar csrf of a guest"));
}

}  // namespace masar::server
