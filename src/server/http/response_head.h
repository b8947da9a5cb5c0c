#pragma once
// The head of an answer, with the fields that protect whoever reads it.
#include "server/http/http_response.h"

#include <chrono>

namespace masar::server {

struct HeadContext {
    bool encrypted = false;
    bool keep_alive = true;
    bool without_body = false;  ///< the answer to HEAD
    bool local_name =
        true;  ///< reached as localhost or by a number: no Strict-Transport-Security, which would bind other ports
    std::chrono::sys_seconds now{};
};

/// Up to and with the empty line.
[[nodiscard]] std::string head_text(const HttpResponse& response, const HeadContext& context);

/// "Tue, 27 Feb 2029 09:05:07 GMT" (RFC 9110, 5.6.7).
[[nodiscard]] std::string http_date(std::chrono::sys_seconds moment);

}  // namespace masar::server
