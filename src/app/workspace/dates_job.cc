#include "app/workspace/dates_job.h"

#include "app/workspace/save_texts.h"
#include "app/workspace/version_writing.h"

namespace masar::app {
namespace {

/// False: the plan has another head by now.
base::Result<bool> write(store::Tables& kept, const OpenPlan& open, const NewVersion& version) {
    const auto plan = unmoved(kept, open.row.id, open.head.id);
    if (!plan) return tl::unexpected(plan.error());
    if (!*plan) return false;
    const auto row = add_version(kept, version);
    if (!row) return tl::unexpected(row.error());
    if (auto put = set_head(kept, **plan, *row, version.whole.plan()); !put) return tl::unexpected(put.error());
    return true;
}

/// Dates are no events: they follow from the text.
Outcome<bool> keep(Workspace& workspace, const Actor& actor, const OpenPlan& open, const FollowedDates& dates) {
    const SnapshotPtr whole = Snapshot::make(open.whole->files(), dates.dates);
    NewVersion version{version_after(open.head, actor, workspace.clock.now()), *whole, {}, open.head};
    version.row.cause = "dates";
    version.row.what = {"the dates follow the text", "التواريخ تتبع النص"};
    version.row.dates_stale = dates.state == DatesState::stale;
    return from_store(workspace.store.write([&](store::Tables& kept) { return write(kept, open, version); }));
}

}  // namespace

bool wants_dates(const OpenPlan& open) {
    return open.whole->loaded().compiled.has_value() && dates_state(open.head) != DatesState::current;
}

Outcome<DatesState> bring_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                const DateEffort& effort) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    if (!wants_dates(*open)) return dates_state(open->head);
    const FollowedDates found = found_dates(open->whole->files(), open->whole->dates(), effort);
    if (found.dates.empty()) return found.state;
    const auto kept = keep(workspace, actor, *open, found);
    if (!kept) return tl::unexpected(kept.error());
    return *kept ? found.state : DatesState::stale;
}

Outcome<DatesState> take_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                               const std::string& dates) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<DatesState>> {
        if (editing_role(actor).empty())
            return refuse(Refusal::Why::not_allowed, {"your role does not set dates", "دورك لا يتيح تحديد التواريخ"});
        const SnapshotPtr now = Snapshot::make(open.whole->files(), dates);
        if (!now->timetable()) {
            const base::Error none{base::Error::Kind::malformed,
                                   {"these are no dates of this roadmap", "هذه ليست تواريخ لخارطة الطريق هذه"},
                                   {}};
            return tl::unexpected(refusal_of(now->undated().value_or(none)));
        }
        if (breaks_more(*now->timetable(), open.whole->timetable()))
            return refuse(Refusal::Why::conflict, {"these dates break more than the ones there are",
                                                   "هذه التواريخ تخالف أكثر مما تخالفه الحالية"});
        const auto kept = keep(workspace, actor, open, {dates, DatesState::current});
        if (!kept) return tl::unexpected(kept.error());
        return *kept ? std::optional(DatesState::current) : std::nullopt;
    });
}

}  // namespace masar::app
