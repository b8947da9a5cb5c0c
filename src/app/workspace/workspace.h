#pragma once
// What the services of a workspace work with; made once by whoever runs them.
#include "app/workspace/actor.h"
#include "app/workspace/edit_turns.h"
#include "app/workspace/refusal.h"
#include "app/workspace/snapshots.h"
#include "app/workspace/store_outcome.h"

#include <memory>

namespace masar::app {

struct Workspace {
    store::Store& store;
    const base::WallClock& clock;
    Snapshots& snapshots;
    std::int32_t threads = 1;
    std::shared_ptr<EditTurns> turns = std::make_shared<EditTurns>();
};

/// The version as the actor may read it; as the other side would, when the actor looks that way.
[[nodiscard]] SnapshotPtr shown_to(const Actor& actor, const SnapshotPtr& whole);

/// A plan as it stands: its row, the version that is worked on, and what that says.
struct OpenPlan {
    store::PlanRow row;
    store::VersionRow head;
    SnapshotPtr whole;

    [[nodiscard]] SnapshotPtr shown_to(const Actor& actor) const { return app::shown_to(actor, whole); }
};

/// Members of its sides see a plan; of a sandbox its visitor alone.
[[nodiscard]] bool may_see(const Actor& actor, const store::PlanRow& plan);
/// Whether something that these sides read is read by the actor: as the other side would, when the actor looks that way.
[[nodiscard]] bool reads(const Actor& actor, const store::Sides& readers);
/// Refuses a plan that is not the actor's to see as if there were none.
[[nodiscard]] Outcome<OpenPlan> open_plan(Workspace& workspace, const Actor& actor, std::string_view plan);
/// The version of a plan that may be seen.
[[nodiscard]] Outcome<SnapshotPtr> snapshot_of(Workspace& workspace, const store::VersionRow& version);

/// What the store says, or why it does not.
template <class T>
[[nodiscard]] Outcome<T> from_store(base::Result<T> result) {
    if (!result) return tl::unexpected(refusal_of_store(result.error()));
    return *std::move(result);
}
/// Of a row that must be there.
template <class T>
[[nodiscard]] Outcome<T> existing(base::Result<std::optional<T>> result, const base::Text& missing) {
    if (!result) return tl::unexpected(refusal_of_store(result.error()));
    if (!*result) return refuse(Refusal::Why::not_found, missing);
    return **std::move(result);
}

}  // namespace masar::app
