#pragma once
// How often one session may ask, and one address of those who have none: a bucket of tokens for each and for each kind of asking. Signing
// in, beginning a sandbox and waiting jobs have limits of their own besides.
#include "server/http/http_request.h"
#include "server/http/rate_limit.h"
#include "server/route.h"

#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace masar::server {

enum class Asking : unsigned char {
    read,
    change,
    job,
    file,  ///< made for whoever takes it away, or brought: a report, a workbook, an archive
};
[[nodiscard]] Asking asking_of(const Route& route);

struct RateShare {
    Asking what;
    double of_reads;  ///< as a part of the reads that a session may ask for
};
[[nodiscard]] std::span<const RateShare> rate_shares();

class RequestRates {
public:
    static constexpr double seconds_at_once = 10;  ///< so many seconds' worth may be asked for in a moment
    static constexpr double of_address = 5;        ///< times as much: an office may stand behind one

    /// Of one session; 0: nobody is counted.
    explicit RequestRates(double reads_per_second);

    /// Takes one at the moment `now` (seconds); 0, or the seconds until there is one again.
    [[nodiscard]] double take_session(Asking what, std::string_view token, double now);
    /// This machine is not counted: behind a door of its own (a proxy) everybody would have its address.
    [[nodiscard]] double take_address(Asking what, std::string_view address, double now);

private:
    struct Pair {
        explicit Pair(double per_second);
        RateLimit session, address;
    };
    [[nodiscard]] Pair* pair(Asking what) { return limits_[static_cast<std::size_t>(what)].get(); }

    std::array<std::unique_ptr<Pair>, 4> limits_;
};

}  // namespace masar::server
