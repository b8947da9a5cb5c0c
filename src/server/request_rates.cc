#include "server/request_rates.h"

#include "server/this_machine.h"

#include <algorithm>

namespace masar::server {
namespace {

/// In the order of Asking.
constexpr auto shares = std::to_array<RateShare>({
    {Asking::read, 1},      // a page asks for some twenty things at once
    {Asking::change, 0.1},  // a paste is one change; a key held down repeats thirty times a second for a moment
    {Asking::job, 0.05},    // a drag tries a few times a second
    {Asking::file, 0.01},   // a report takes a good part of a second to make
});

Rate rate_of(double per_second) {
    return {.per_second = per_second, .burst = std::max(1.0, per_second * RequestRates::seconds_at_once)};
}

}  // namespace

std::span<const RateShare> rate_shares() { return shares; }

Asking asking_of(const Route& route) {
    if (route.method == Method::post && route.pattern.ends_with("/jobs")) return Asking::job;
    if (route.more.takes == Takes::file) return Asking::file;
    if (route.method != Method::get) return Asking::change;
    const std::string_view type = route.more.type;
    const bool told = type == "application/json" || type == "text/event-stream" || type == "application/yaml";
    return told ? Asking::read : Asking::file;
}

RequestRates::Pair::Pair(double per_second) : session(rate_of(per_second)), address(rate_of(per_second * of_address)) {}

RequestRates::RequestRates(double reads_per_second) {
    if (reads_per_second <= 0) return;
    for (const RateShare& each : shares) {
        const double rate = reads_per_second * each.of_reads;
        limits_[static_cast<std::size_t>(each.what)] = std::make_unique<Pair>(rate);
    }
}

double RequestRates::take_session(Asking what, std::string_view token, double now) {
    Pair* limits = pair(what);
    return limits == nullptr ? 0 : limits->session.take(token, now);
}

double RequestRates::take_address(Asking what, std::string_view address, double now) {
    Pair* limits = pair(what);
    return limits == nullptr || is_this_machine(address) ? 0 : limits->address.take(address, now);
}

}  // namespace masar::server
