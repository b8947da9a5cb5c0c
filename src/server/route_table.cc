// The map: method, address, who may ask, handler, what it does, schema of the answer. From these lines requests find their handler
// (router.h), and the description of the interface is made (openapi.h).
#include "server/route_table.h"

#include "server/handle_accounts.h"
#include "server/handle_plans.h"
#include "server/handle_program.h"
#include "server/handle_session.h"

#include <array>

namespace masar::server {
namespace {

using enum Method;
using enum Who;
constexpr Route::Details json(std::string_view body, int status = 200) {
    return {.takes = Takes::json, .body = body, .status = status};
}
constexpr Keeps program = Keeps::with_program;

constexpr auto routes = std::to_array<Route>({
    // clang-format off
    {get,   "/api/v1/session",          anyone,    handle_session,         "Who is signed in, and the token that changes must bring", "Session"},
    {post,  "/api/v1/session",          anyone,    handle_sign_in,         "Sign in", "Session", json("SignIn")},
    {del,   "/api/v1/session",          visitor,   handle_sign_out,        "Sign out", "", {.status = 204}},
    {put,   "/api/v1/session/password", signed_in, handle_change_password, "Choose another password", "", json("Passwords", 204)},
    {put,   "/api/v1/session/preview",  signed_in, handle_preview,         "Look as the other side would", "Session", json("Preview")},
    {post,  "/api/v1/setup",            anyone,    handle_set_up,          "Use a set-up token: the first account of a side, or a new password", "Session", json("SetUp")},
    {post,  "/api/v1/sandbox",          anyone,    handle_sandbox,         "A copy of the shipped example to try, without an account", "Session", json("Empty")},
    {put,   "/api/v1/session/persona",  visitor,   handle_persona,         "Whom the visitor of a sandbox plays", "Session", json("Persona")},
    {get,   "/api/v1/accounts",         signed_in, handle_accounts,        "The accounts of one's own side", "Accounts"},
    {post,  "/api/v1/accounts",         signed_in, handle_add_account,     "Make an account", "MadeAccount", json("NewAccount", 201)},
    {patch, "/api/v1/accounts/{id}",    signed_in, handle_change_account,  "Change an account", "ChangedAccount", json("AccountChange")},
    {get,   "/api/v1/deputies",         signed_in, handle_deputies,        "Who acts in whose place", "Deputies"},
    {post,  "/api/v1/deputies",         signed_in, handle_add_deputy,      "Let somebody act in one's place", "Made", json("NewDeputy", 201)},
    {del,   "/api/v1/deputies/{id}",    signed_in, handle_end_deputy,      "End that", "", {.status = 204}},

    {get, "/api/v1/plans",                    visitor, handle_plans,       "The roadmaps that one may see", "Plans"},
    {get, "/api/v1/plans/{plan}",             visitor, handle_frame,       "The frame of all pages", "View"},
    {get, "/api/v1/plans/{plan}/roadmap",     visitor, handle_roadmap,     "Activities with their dates", "View", {.query = "dates"}},
    {get, "/api/v1/plans/{plan}/overview",    visitor, handle_overview,    "Is it on track", "View", {.query = "dates"}},
    {get, "/api/v1/plans/{plan}/events",      visitor, handle_events,      "Events of a fiscal year with their deadlines", "View", {.query = "dates side year"}},
    {get, "/api/v1/plans/{plan}/due",         visitor, handle_due,         "What is due", "View", {.query = "dates days"}},
    {get, "/api/v1/plans/{plan}/loads",       visitor, handle_loads,       "Loads against capacities", "View", {.query = "dates"}},
    {get, "/api/v1/plans/{plan}/money",       visitor, handle_money,       "Money by side, fiscal year and fund", "View", {.query = "dates currency"}},
    {get, "/api/v1/plans/{plan}/outcomes",    visitor, handle_outcomes,    "Indicators against their targets", "View", {.query = "dates"}},
    {get, "/api/v1/plans/{plan}/risks",       visitor, handle_risks,       "The risk register", "View", {.query = "dates"}},
    {get, "/api/v1/plans/{plan}/diagnostics", visitor, handle_diagnostics, "What is wrong or weak in the plan", "View"},
    {get, "/api/v1/plans/{plan}/search",      visitor, handle_search,      "Records by a word", "View", {.query = "q"}},

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
