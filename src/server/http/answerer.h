#pragma once
// What the wire asks of everything behind it.
#include "server/http/http_request.h"
#include "server/http/http_response.h"
#include "server/http/problem_document.h"

#include <optional>

namespace masar::server {

/// What a finished exchange was, for logs and figures.
struct Exchange {
    const HttpRequest* request = nullptr;  ///< null: there was none that could be read
    const HttpResponse* response = nullptr;
    double seconds = 0;
};

class Answerer {
public:
    virtual ~Answerer() = default;

    /// Before the body is read: how many bytes it may have, or why it is not wanted at all.
    [[nodiscard]] virtual Answer<std::size_t> body_limit(const HttpRequest& request) = 0;
    /// An answer that costs next to nothing, given on the thread of the socket; nothing: it takes work.
    [[nodiscard]] virtual std::optional<HttpResponse> at_once(const HttpRequest& request) = 0;
    /// The answer that takes work; called on a worker, never throws.
    [[nodiscard]] virtual HttpResponse with_work(const HttpRequest& request) = 0;
    /// Whether that is to hash a password: then it waits with its own kind only, and takes no worker from others.
    [[nodiscard]] virtual bool hashes(const HttpRequest& /*request*/) { return false; }
    virtual void finished(const Exchange& exchange) = 0;
};

}  // namespace masar::server
