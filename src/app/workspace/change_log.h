#pragma once
// Who in which role changed what, when, from what to what, as sentences; each reader counts in a list of their own.
#include "app/workspace/workspace.h"

namespace masar::app {

struct LogEntry {
    std::int64_t position = 0;  ///< 1, 2, 3, … among what the reader may read
    base::Moment at{};
    std::string side, role;
    bool own = false;  ///< by the actor's own account
    std::string kind;  ///< "set", "unset", "add", "remove", "new", …
    std::string section, record, field;
    std::optional<std::string> old_value, new_value;
    std::int64_t batch = 0;  ///< entries of one edit share it; counted among what the reader may read, too
    base::Text sentence;
};

struct LogQuestion {
    std::int64_t after = 0;       ///< positions above this
    std::string section, record;  ///< empty = of any
    std::int64_t at_most = 500;
};

/// Oldest first.
[[nodiscard]] Outcome<std::vector<LogEntry>> change_log(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                        const LogQuestion& question);

/// The position of the newest entry; 0 = none.
[[nodiscard]] Outcome<std::int64_t> last_position(Workspace& workspace, const Actor& actor, std::string_view plan);

/// Says that the actor has read all there is.
[[nodiscard]] Outcome<void> mark_seen(Workspace& workspace, const Actor& actor, std::string_view plan);
/// When the actor said so last; the epoch = never. A time and not a position: a visitor who plays another side counts otherwise.
[[nodiscard]] Outcome<base::Moment> seen_until(Workspace& workspace, const Actor& actor, std::string_view plan);

}  // namespace masar::app
