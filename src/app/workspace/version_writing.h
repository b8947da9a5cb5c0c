#pragma once
// A version with its events on its way into the store, inside of a transaction.
#include "app/workspace/snapshot.h"
#include "app/workspace/workspace.h"

namespace masar::app {

struct NewVersion {
    store::VersionRow row;  ///< plan, parent, author, cause, time, what
    const Snapshot& whole;
    std::vector<store::EventRow> events;
    const store::VersionRow& like;  ///< whose content is nearly the same
};

/// By whom, when, and after which version.
[[nodiscard]] store::VersionRow version_after(const store::VersionRow& parent, const Actor& actor, base::Moment at);

/// The row with its numbers and the names of its content; with a batch number when there are events, or `row.batch` asks for one.
[[nodiscard]] base::Result<store::VersionRow> add_version(store::Tables& kept, const NewVersion& version);

/// The plan's head, with the title and the sides that the text states.
[[nodiscard]] base::Result<void> set_head(store::Tables& kept, store::PlanRow plan, const store::VersionRow& head,
                                          const plan::Plan& text);

/// The plan's row as it is now; nothing when its head is not `head` any more.
[[nodiscard]] base::Result<std::optional<store::PlanRow>> unmoved(const store::Tables& kept, std::int64_t plan,
                                                                  std::int64_t head);

}  // namespace masar::app
