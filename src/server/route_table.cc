// The map: method, address, who may ask, handler, what it does, schema of the answer. From these lines requests find their handler
// (router.h), and the description of the interface is made (openapi.h).
#include "server/route_table.h"

#include "server/handle_program.h"

#include <array>

namespace masar::server {
namespace {

using enum Method;
using enum Who;
constexpr Keeps program = Keeps::with_program;

constexpr auto routes = std::to_array<Route>({
    // clang-format off
    {get, "/healthz",             anyone, handle_health,  "Whether the server works", "Health", {.keeps = program}},
    {get, "/metrics",             anyone, handle_metrics, "Counts and times for Prometheus", "", {.keeps = program, .type = "text/plain"}},
    {get, "/api/v1/openapi.json", anyone, handle_openapi, "This description", "OpenApi", {.keeps = program}},
    {get, "/",                    anyone, handle_page,    "The application", "", {.keeps = program, .type = "text/html"}},
    {get, "/{page...}",           anyone, handle_page,    "The application at one of its pages, and its files", "", {.keeps = program, .type = "text/html"}},
    // clang-format on
});

}  // namespace

std::span<const Route> route_table() { return routes; }

}  // namespace masar::server
