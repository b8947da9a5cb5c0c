#pragma once
// Sends messages through a relay (SMTP, by libcurl): with STARTTLS, over TLS from the first byte, or in the clear to this machine alone.
#include "app/workspace/message_door.h"
#include "base/doors.h"
#include "base/wall_clock.h"
#include "server/smtp_options.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace masar::server {

enum class RelayTls : unsigned char { starttls, implicit, none };

struct RelaySettings {
    std::string host;
    std::int64_t port = 0;
    RelayTls tls = RelayTls::starttls;
    std::string from, user, password;
};
/// Refuses what contradicts itself, with the sentence that says which option.
[[nodiscard]] base::Result<RelaySettings> relay_settings(const SmtpOptions& options, const base::FileDoor& files);

class SmtpRelay : public app::MessageDoor {
public:
    SmtpRelay(RelaySettings settings, const base::WallClock& clock);
    [[nodiscard]] base::Result<void> send(const app::Message& message) override;
    /// Gives up what is under way, and whatever comes: the server ends.
    void end() { ending_ = true; }

private:
    RelaySettings settings_;
    const base::WallClock& clock_;
    std::atomic<bool> ending_{false};
};

}  // namespace masar::server
