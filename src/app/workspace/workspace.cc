#include "app/workspace/workspace.h"

#include <algorithm>

namespace masar::app {
bool may_see(const Actor& actor, const store::PlanRow& plan) {
    if (plan.sandbox) return actor.sandbox && actor.sandbox_plan == plan.id;
    if (actor.sandbox) return false;
    if (actor.whole) return true;
    return !actor.roles.none() && std::ranges::find(plan.sides, actor.side) != plan.sides.end();
}

bool reads(const Actor& actor, const store::Sides& readers) {
    const auto among = [&](const std::string& side) { return std::ranges::find(readers, side) != readers.end(); };
    return (actor.whole || among(actor.side)) && (actor.preview.empty() || among(actor.preview));
}

SnapshotPtr shown_to(const Actor& actor, const SnapshotPtr& whole) {
    SnapshotPtr seen = actor.whole ? whole : whole->released_to(actor.side);
    return actor.preview.empty() ? seen : seen->released_to(actor.preview);
}

Outcome<OpenPlan> open_plan(Workspace& workspace, const Actor& actor, std::string_view plan) {
    struct Rows {
        store::PlanRow row;
        store::VersionRow head;
    };
    const base::Text none{"there is no such roadmap", "لا توجد خارطة طريق كهذه"};
    auto rows = workspace.store.read([&](const store::Tables& kept) -> base::Result<std::optional<Rows>> {
        auto row = kept.plans.by_key(plan);
        if (!row) return tl::unexpected(row.error());
        if (!*row || (*row)->archived || !may_see(actor, **row)) return std::optional<Rows>();
        auto head = kept.versions.find((*row)->head);
        if (!head) return tl::unexpected(head.error());
        if (!*head) return std::optional<Rows>();
        return std::optional(Rows{**std::move(row), **std::move(head)});
    });
    auto found = existing(std::move(rows), none);
    if (!found) return tl::unexpected(found.error());
    auto snapshot = snapshot_of(workspace, found->head);
    if (!snapshot) return tl::unexpected(snapshot.error());
    return OpenPlan{std::move(found->row), std::move(found->head), *std::move(snapshot)};
}

Outcome<SnapshotPtr> snapshot_of(Workspace& workspace, const store::VersionRow& version) {
    return from_store(workspace.snapshots.get(workspace.store, version));
}

}  // namespace masar::app
