#pragma once
// How often somebody may try to sign in. Counted by login, so that one account is not guessed from many addresses, and by address, so
// that one machine does not guess many accounts. Nothing sleeps: who is too early is told how long to wait.
#include "app/workspace/refusal.h"
#include "base/wall_clock.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace masar::app {

class SignInLimits {
public:
    static constexpr int free_by_login = 5;     ///< failures before the first wait
    static constexpr int free_by_address = 50;  ///< many people may share one
    static constexpr std::chrono::seconds longest_wait{900};
    static constexpr std::chrono::seconds forgotten_after{3600};
    static constexpr std::size_t most_remembered = 10'000;  ///< logins, and addresses

    /// Counts an attempt, as failed until `succeeded` says otherwise. Gives the seconds to wait: when above 0 it was not counted and
    /// must not be made.
    [[nodiscard]] std::int64_t attempt(const std::string& login, const std::string& address, base::Moment now);
    void succeeded(const std::string& login, const std::string& address);

private:
    struct Tries {
        int failed = 0;
        base::Moment last{};
    };
    using Book = std::map<std::string, Tries>;

    static std::int64_t wait(const Book& book, const std::string& key, int free, base::Moment now);
    static void count(Book& book, const std::string& key, base::Moment now);

    std::mutex mutex_;
    Book by_login_, by_address_;
};

/// The answer to who has to wait.
[[nodiscard]] tl::unexpected<Refusal> too_early(std::int64_t seconds);

}  // namespace masar::app
