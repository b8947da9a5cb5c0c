#pragma once
// The daily message: who wants it, and sending it once a day, whatever happens to the server on that day.
#include "app/workspace/message_door.h"
#include "app/workspace/workspace.h"

#include <functional>

namespace masar::app {

struct DigestWish {
    bool wanted = false;
    std::string address;
    std::string language = "en";  ///< or "ar"
};

struct DigestView {
    DigestWish wish;
    std::string day;    ///< of the last one; "" = none yet
    std::string state;  ///< of that one: "trying", "sent", "nothing", "again", "failed"
};

/// Of the actor's own account, which must be one.
[[nodiscard]] Outcome<DigestView> digest_of(Workspace& workspace, const Actor& actor);
/// Refuses (field "address", "language") what no message can be sent with.
[[nodiscard]] Outcome<DigestView> wish_digest(Workspace& workspace, const Actor& actor, const DigestWish& wish);

/// Messages to accounts of the actor's side that did not go, for its administrator.
struct FailedDigest {
    std::int64_t account = 0;
    std::string day;
    std::int64_t tries = 0;
    base::Moment at{};
};
[[nodiscard]] Outcome<std::vector<FailedDigest>> failed_digests(Workspace& workspace, const Actor& actor);

struct DigestSettings {
    std::string link;       ///< where the pages are
    std::int64_t hour = 4;  ///< of the day in UTC, from which on they are sent
};
/// What a message needs to be tried again after it failed.
inline constexpr std::int64_t most_digest_tries = 3;
inline constexpr std::chrono::minutes digest_pause{15};

struct DigestRound {
    std::int64_t sent = 0, failed = 0, nothing = 0;
};
/// Sends what is due now. That one is under way is written down before it goes: after a crash it may be missing, but it never comes twice.
/// `failed` is told of each that did not go.
[[nodiscard]] Outcome<DigestRound> send_digests(Workspace& workspace, MessageDoor& door, const DigestSettings& settings,
                                                const std::function<void(const base::Error&)>& failed);

}  // namespace masar::app
