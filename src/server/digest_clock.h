#pragma once
// Looks every minute whether daily messages are to go, as long as the server runs.
#include "app/workspace/digests.h"
#include "server/http/server_log.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace masar::server {

class DigestClock {
public:
    /// All of them must outlive it.
    DigestClock(app::Workspace& workspace, app::MessageDoor& door, app::DigestSettings settings, ServerLog& log);

private:
    void look();

    app::Workspace& workspace_;
    app::MessageDoor& door_;
    app::DigestSettings settings_;
    ServerLog& log_;
    std::mutex mutex_;
    std::condition_variable_any end_;
    std::jthread looking_;
};

}  // namespace masar::server
