#pragma once
// Everything that handlers work with, made once when the server starts.
#include "server/answer_memory.h"
#include "server/http/rate_limit.h"
#include "server/http/server_figures.h"
#include "server/http/server_limits.h"
#include "server/http/server_log.h"
#include "server/request_rates.h"
#include "server/router.h"
#include "server/services.h"
#include "server/web_pages.h"

#include <atomic>
#include <functional>

namespace masar::server {

class Site {
public:
    Site(std::span<const Route> routes, ServerLimits its_limits, ServerLog& its_log, Services& its_services);

    Router router;
    ServerLimits limits;
    ServerLog& log;
    Services& services;
    /// Beginning one takes work, and anybody may: by address.
    RateLimit sandboxes{{.per_second = 1.0 / 30, .burst = 20}};
    RequestRates rates;
    AnswerMemory answers;
    ServerFigures figures;
    WebPages pages;
    Body description;  ///< the OpenAPI document
    /// What is measured when /metrics is asked for.
    std::function<std::vector<ServerFigures::Gauge>()> gauges = [] { return std::vector<ServerFigures::Gauge>(); };
    bool sends_messages = false;  ///< a relay was named
    std::atomic<bool> closing{false};
};

}  // namespace masar::server
