#pragma once
// The usual answer: JSON that the reader may keep but must ask about before it is used again.
#include "server/http/http_response.h"

namespace masar::server {

[[nodiscard]] inline HttpResponse json_response(std::string text, int status = 200) {
    HttpResponse response;
    response.status = status;
    response.body = body_of(std::move(text));
    response.cache = "private, no-cache";
    return response;
}

}  // namespace masar::server
