#include "app/workspace/version_writing.h"

#include "app/workspace/note_moves.h"
#include "app/workspace/save_texts.h"

namespace masar::app {

store::VersionRow version_after(const store::VersionRow& parent, const Actor& actor, base::Moment at) {
    store::VersionRow version;
    version.plan = parent.plan;
    version.parent = parent.id;
    version.account = actor.account;
    version.side = actor.side;
    version.role = editing_role(actor);
    version.at = at;
    return version;
}

base::Result<store::VersionRow> add_version(store::Tables& kept, const NewVersion& version) {
    store::VersionRow row = version.row;
    auto files = kept.contents.put_files(version.whole.files(), version.like.files);
    if (!files) return tl::unexpected(files.error());
    row.files = *std::move(files);
    row.dates.clear();
    if (!version.whole.dates().empty()) {
        auto dates = kept.contents.put(version.whole.dates(), version.like.dates);
        if (!dates) return tl::unexpected(dates.error());
        row.dates = *std::move(dates);
    }
    if (!version.events.empty() || row.batch != 0) {
        auto batch = kept.versions.next_batch(row.plan);
        if (!batch) return tl::unexpected(batch.error());
        row.batch = *batch;
    }
    auto id = kept.versions.add(row);
    if (!id) return tl::unexpected(id.error());
    row.id = *id;
    for (store::EventRow event : version.events) {
        event.plan = row.plan, event.version = row.id, event.batch = row.batch;
        event.at = row.at, event.account = row.account;
        event.side = row.side, event.role = row.role;
        if (auto added = kept.events.add(std::move(event)); !added) return tl::unexpected(added.error());
    }
    if (auto moved = move_notes(kept, row.plan, version.events); !moved) return tl::unexpected(moved.error());
    return row;
}

base::Result<void> set_head(store::Tables& kept, store::PlanRow plan, const store::VersionRow& head,
                            const plan::Plan& text) {
    plan.head = head.id;
    plan.title = text.title;
    if (!text.sides.empty()) plan.sides.clear();
    for (const plan::Side& side : text.sides) plan.sides.push_back(side.id);
    return kept.plans.put(plan);
}

base::Result<std::optional<store::PlanRow>> unmoved(const store::Tables& kept, std::int64_t plan, std::int64_t head) {
    auto row = kept.plans.find(plan);
    if (!row) return tl::unexpected(row.error());
    if (!*row || (*row)->head != head) return std::optional<store::PlanRow>();
    return row;
}

}  // namespace masar::app
