#include "server/http/server_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace masar::server {
namespace {

void heading(std::string& out, std::string_view name, std::string_view kind, std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, kind, help);
}

}  // namespace

void ServerFigures::count(std::string_view route, int status, double seconds, std::size_t bytes) {
    const auto slot = static_cast<std::size_t>(std::ranges::lower_bound(bounds, seconds) - bounds.begin());
    const std::lock_guard lock(mutex_);
    auto found = routes_.find(route);
    if (found == routes_.end()) found = routes_.emplace(std::string(route), OfRoute{}).first;
    OfRoute& figures = found->second;
    ++figures.slots[slot];
    ++figures.statuses[status];
    figures.seconds += seconds;
    figures.bytes += bytes;
}

std::string ServerFigures::text(const std::vector<Gauge>& gauges) const {
    const std::lock_guard lock(mutex_);
    std::string out;
    const auto to = std::back_inserter(out);
    heading(out, "masar_requests_total", "counter", "Requests answered, by route and status.");
    for (const auto& [route, figures] : routes_)
        for (const auto& [status, count] : figures.statuses)
            fmt::format_to(to, "masar_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", route, status, count);
    heading(out, "masar_sent_bytes_total", "counter", "Bytes of bodies sent, by route.");
    for (const auto& [route, figures] : routes_)
        fmt::format_to(to, "masar_sent_bytes_total{{route=\"{}\"}} {}\n", route, figures.bytes);
    heading(out, "masar_request_seconds", "histogram", "From the whole head of a request to the end of its answer.");
    for (const auto& [route, figures] : routes_) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            sum += figures.slots[i];
            fmt::format_to(to, "masar_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route, bounds[i], sum);
        }
        sum += figures.slots.back();
        fmt::format_to(to,
                       "masar_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
                       "masar_request_seconds_sum{{route=\"{0}\"}} {2}\n"
                       "masar_request_seconds_count{{route=\"{0}\"}} {1}\n",
                       route, sum, figures.seconds);
    }
    for (const Gauge& gauge : gauges) {
        heading(out, gauge.name, "gauge", gauge.help);
        fmt::format_to(to, "{} {}\n", gauge.name, gauge.value);
    }
    return out;
}

}  // namespace masar::server
