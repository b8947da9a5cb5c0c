#include "server/digest_clock.h"

#include <chrono>
#include <utility>

namespace masar::server {

DigestClock::DigestClock(app::Workspace& workspace, app::MessageDoor& door, app::DigestSettings settings,
                         ServerLog& log)
    : workspace_(workspace),
      door_(door),
      settings_(std::move(settings)),
      log_(log),
      looking_([this](const std::stop_token& stop) {
          constexpr std::chrono::minutes every{1};
          while (!stop.stop_requested()) {
              look();
              std::unique_lock lock(mutex_);
              end_.wait_for(lock, stop, every, [] { return false; });
          }
      }) {}

void DigestClock::look() {
    const auto round = app::send_digests(workspace_, door_, settings_, [&](const base::Error& error) {
        log_.write(LogLevel::warning, "digest-failed",
                   [&](base::JsonWriter& json) { json.field("why", error.message.en); });
    });
    if (!round) {
        log_.write(LogLevel::error, "digests",
                   [&](base::JsonWriter& json) { json.field("why", round.error().message.en); });
    } else if (round->sent > 0) {
        log_.write(LogLevel::info, "digests", [&](base::JsonWriter& json) { json.field("sent", round->sent); });
    }
}

}  // namespace masar::server
