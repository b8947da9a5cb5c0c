#include "app/workspace/make_room.h"

#include "app/workspace/change_events.h"
#include "app/workspace/record_index.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/version_writing.h"
#include "plan/readers.h"
#include "planfile/edit_plan.h"
#include "planfile/tree_value.h"
#include "report/figures.h"
#include "report/json_schedule.h"

#include <algorithm>

namespace masar::app {
namespace {

struct NewRecord {
    std::string section, id;
    bool own = false;  ///< the author's side alone reads it
};

std::string prefix_of(const std::string& side) { return planfile::folded_id(side + "-"); }

bool read_by_one(const plan::Plan& plan, const plan::Record& record) {
    const plan::Readers readers = plan::readers_of(plan, record);
    return std::ranges::count(readers, true) < static_cast<std::ptrdiff_t>(plan.sides.size());
}

std::vector<NewRecord> new_records(const Snapshot& seen, const Snapshot& wanted) {
    std::vector<NewRecord> fresh;
    const RecordIndex before(seen.plan());
    plan::for_each_record(wanted.plan(), [&](std::string_view section, const plan::Record& each) {
        if (section != "sides" && before.find(section, each.id) == nullptr)
            fresh.push_back({std::string(section), each.id, read_by_one(wanted.plan(), each)});
    });
    return fresh;
}

Refusal wrong_id(base::Text message, base::Text hint) {
    return {Refusal::Why::wrong_field, std::move(message), std::move(hint), "id", {}, {}, 0};
}

std::optional<Refusal> wrong_prefix(const plan::Plan& plan, const std::string& own_side, const NewRecord& record) {
    const std::string id = planfile::folded_id(record.id);
    if (record.own && !id.starts_with(prefix_of(own_side)))
        return wrong_id(report::fill({"'{}' would be read by your side alone, and its id does not say so",
                                      "«{}» لا يقرؤه إلا جانبك ومعرّفه لا يدل على ذلك"},
                                     report::ltr(record.id)),
                        report::fill({"call it '{}'", "سمّه «{}»"}, report::ltr(own_side + "-" + record.id)));
    for (const plan::Side& side : plan.sides)
        if (side.id != own_side && id.starts_with(prefix_of(side.id)))
            return wrong_id(report::fill({"ids that begin with '{}' are for what that side alone reads",
                                          "المعرّفات التي تبدأ بـ «{}» لما يقرؤه ذلك الجانب وحده"},
                                         report::ltr(side.id + "-")),
                            {"choose another id", "اختر معرّفاً آخر"});
    return std::nullopt;
}

planfile::PlanEdit way_given(const RecordIndex& whole, const NewRecord& taken) {
    const plan::Record& record = *whole.find(taken.section, taken.id);
    const std::string side = record.owner.known() ? whole.plan().sides[record.owner.at()].id : "own";
    planfile::PlanEdit edit;
    edit.kind = planfile::EditKind::rename;
    edit.section = taken.section;
    edit.id = record.id;
    edit.new_id = side + "-" + record.id;
    for (int number = 2; whole.find(taken.section, edit.new_id) != nullptr; ++number)
        edit.new_id = side + "-" + record.id + "-" + std::to_string(number);
    return edit;
}

/// Activities keep their places in the list, so that their dates are theirs still.
SnapshotPtr renamed(const Snapshot& whole, const std::vector<planfile::PlanEdit>& edits) {
    const auto edited = planfile::edit_plan(input_files(whole.files()), edits);
    if (!edited) return nullptr;
    const SnapshotPtr undated = Snapshot::make(with_what_else(whole.files(), *edited), {});
    if (!whole.timetable() || undated->plan().activities.size() != whole.plan().activities.size())
        return whole.dates().empty() ? undated : undated->with_dates(whole.dates());
    return undated->with_dates(report::schedule_json(undated->plan(), *whole.timetable()));
}

base::Result<bool> write(store::Tables& kept, const OpenPlan& open, const NewVersion& version) {
    const auto plan = unmoved(kept, open.row.id, open.head.id);
    if (!plan) return tl::unexpected(plan.error());
    if (!*plan) return true;  // open it again all the same
    const auto row = add_version(kept, version);
    if (!row) return tl::unexpected(row.error());
    if (auto put = set_head(kept, **plan, *row, version.whole.plan()); !put) return tl::unexpected(put.error());
    return true;
}

}  // namespace

Outcome<bool> make_room(Workspace& workspace, const Actor& author, const OpenPlan& open, const Snapshot& wanted) {
    if (author.whole) return false;
    const RecordIndex whole(open.whole->plan());
    std::vector<planfile::PlanEdit> edits;
    for (const NewRecord& each : new_records(*open.shown_to(author), wanted)) {
        if (auto refusal = wrong_prefix(open.whole->plan(), author.side, each))
            return tl::unexpected(*std::move(refusal));
        if (whole.find(each.section, each.id) != nullptr) edits.push_back(way_given(whole, each));
    }
    if (edits.empty()) return false;
    const SnapshotPtr now = renamed(*open.whole, edits);
    if (!now) return refuse(Refusal::Why::wrong_field, {"choose another id", "اختر معرّفاً آخر"});
    const Actor nobody;
    NewVersion version{version_after(open.head, nobody, workspace.clock.now()), *now, change_events(*open.whole, *now),
                       open.head};
    version.row.cause = "make-room";
    version.row.dates_stale = open.head.dates_stale;
    version.row.what = {"an id gave way to one that both sides read", "أُخلي معرّف لمعرّف يقرؤه الجانبان"};
    return from_store(workspace.store.write([&](store::Tables& kept) { return write(kept, open, version); }));
}

}  // namespace masar::app
