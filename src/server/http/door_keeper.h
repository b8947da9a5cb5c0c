#pragma once
// Who may stay connected when there is not room for everybody. Connections that never finish a request (slow-loris) must not keep
// out those that do: when a limit is reached, the oldest that have proven nothing are let go, first of the address with most of them.
#include "server/http/server_limits.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace masar::server {

/// One connection, as far as the door is concerned.
struct Guest {
    enum class Doing : unsigned char { proving, idle, reading, answering, streaming };

    std::string address;
    std::atomic<Doing> doing{Doing::proving};
    std::atomic<std::int64_t> since{0};  ///< a count that grows with every change of what somebody is doing
    std::function<void()> leave;         ///< closes the connection; may be called from any thread, also after it closed
    std::atomic<bool> asked_to_leave{false};
    std::atomic<bool> unproven{true};  ///< counted among those that have not finished a request yet
};

class DoorKeeper {
public:
    explicit DoorKeeper(const ServerLimits& limits) : limits_(limits) {}

    /// Lets one in, and for that perhaps asks others to leave.
    void admit(const std::shared_ptr<Guest>& guest);
    void gone(const std::shared_ptr<Guest>& guest);
    /// Notes what a guest does now; leaving the state `proving` is for good.
    void note(Guest& guest, Guest::Doing doing);
    /// Whether one more event stream may begin for this guest.
    [[nodiscard]] bool may_stream(const Guest& guest) const;

    /// For the end of the server: asks everybody to leave who is not being answered, streams too; then really everybody.
    void dismiss_idle();
    void dismiss_all();

    [[nodiscard]] std::size_t present() const;
    [[nodiscard]] std::size_t streaming() const;
    [[nodiscard]] std::uint64_t let_go() const { return let_go_.load(std::memory_order_relaxed); }

private:
    using Guests = std::unordered_map<Guest*, std::shared_ptr<Guest>>;

    void counts_as_proven(Guest& guest);
    /// Asks about an eighth of those to leave who are not being answered.
    void make_room(bool proving_only);
    void dismiss(const std::shared_ptr<Guest>& guest);

    ServerLimits limits_;
    mutable std::mutex mutex_;
    Guests guests_;
    std::atomic<std::int64_t> tick_{0};
    std::atomic<std::size_t> proving_{0}, streaming_{0};
    std::atomic<std::uint64_t> let_go_{0};
};

}  // namespace masar::server
