#pragma once
// What a daily message says: how many things wait, and where. Neither a word of a plan nor a name: mail is read by others on its way.
#include "app/workspace/message_door.h"
#include "app/workspace/notices.h"

namespace masar::app {

struct DigestCounts {
    std::int64_t signatures = 0, came_back = 0, changed = 0, notes = 0, replies = 0, due = 0;

    void add(const Notices& notices);
    [[nodiscard]] std::int64_t total() const { return signatures + came_back + changed + notes + replies + due; }
};

/// `link`: where the pages are.
[[nodiscard]] Message digest_message(const DigestCounts& counts, base::Language language, const std::string& link);

}  // namespace masar::app
