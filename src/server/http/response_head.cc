#include "server/http/response_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace masar::server {
namespace {

struct Reason {
    int status;
    std::string_view words;
};
constexpr std::array<Reason, 25> reasons{{{200, "OK"},
                                          {201, "Created"},
                                          {202, "Accepted"},
                                          {204, "No Content"},
                                          {304, "Not Modified"},
                                          {400, "Bad Request"},
                                          {401, "Unauthorized"},
                                          {403, "Forbidden"},
                                          {404, "Not Found"},
                                          {405, "Method Not Allowed"},
                                          {409, "Conflict"},
                                          {410, "Gone"},
                                          {412, "Precondition Failed"},
                                          {413, "Content Too Large"},
                                          {415, "Unsupported Media Type"},
                                          {417, "Expectation Failed"},
                                          {421, "Misdirected Request"},
                                          {422, "Unprocessable Content"},
                                          {428, "Precondition Required"},
                                          {429, "Too Many Requests"},
                                          {431, "Request Header Fields Too Large"},
                                          {500, "Internal Server Error"},
                                          {503, "Service Unavailable"},
                                          {507, "Insufficient Storage"},
                                          {505, "HTTP Version Not Supported"}}};

std::string_view reason_of(int status) {
    for (const Reason& each : reasons)
        if (each.status == status) return each.words;
    return "Status";
}

constexpr std::string_view policy_field = "Content-Security-Policy";
// Pages run only scripts and styles of their own files; nothing may frame them, and data is never taken for a page.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

constexpr std::string_view protection =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

bool has_length(int status) { return status != 204 && status != 304; }

}  // namespace

std::string http_date(std::chrono::sys_seconds moment) {
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
                       unsigned{date.day()}, months[unsigned{date.month()} - 1], int{date.year()}, time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string head_text(const HttpResponse& response, const HeadContext& context) {
    std::string out;
    out.reserve(1024);
    const auto line = [&](std::string_view name, std::string_view value) {
        out.append(name).append(": ").append(value).append("\r\n");
    };
    fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
    line("Date", http_date(context.now));
    const std::size_t length = response.body ? response.body->size() : 0;
    if (!response.stream && has_length(response.status)) line("Content-Length", std::to_string(length));
    if (length > 0 || response.stream) line("Content-Type", response.type);
    if (!response.etag.empty()) line("ETag", response.etag);
    line("Cache-Control", response.cache);
    // One policy: a second one could only forbid more.
    if (std::ranges::none_of(response.fields, [](const auto& field) { return field.first == policy_field; }))
        line(policy_field, response.type.starts_with("text/html") ? page_policy : data_policy);
    out.append(protection);
    if (context.encrypted && !context.local_name) line("Strict-Transport-Security", "max-age=31536000");
    for (const auto& [name, value] : response.fields) line(name, value);
    const bool closes = response.close || !context.keep_alive || response.stream;
    line("Connection", closes ? "close" : "keep-alive");
    return out.append("\r\n");
}

}  // namespace masar::server
