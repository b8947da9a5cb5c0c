#include "app/workspace/change_plan.h"

#include "app/workspace/make_room.h"
#include "app/workspace/partly_seen.h"
#include "app/workspace/record_view.h"
#include "report/figures.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace masar::app {
namespace {

using planfile::EditKind;

std::optional<Refusal> changed_meanwhile(const OpenPlan& open, const Actor& actor, const std::vector<Change>& changes) {
    for (const Change& each : changes) {
        if (each.if_match.empty() || each.edit.kind == EditKind::add) continue;
        const auto now = record_view(open, actor, each.edit.section, each.edit.id);
        if (now && now->etag == each.if_match) continue;
        const std::string what = each.edit.id.empty() ? each.edit.section : each.edit.id;
        return Refusal{
            Refusal::Why::changed_meanwhile,
            now ? report::fill({"'{}' was changed by somebody else meanwhile", "غيّر شخص آخر «{}» في هذه الأثناء"},
                               report::ltr(what))
                : report::fill({"'{}' is no longer there", "لم يعد «{}» موجوداً"}, report::ltr(what)),
            {"look at both versions, then decide", "قارن بين النسختين ثم قرر"},
            {},
            {},
            now ? std::string(boost::json::serialize(record_json(*now))) : std::string()};
    }
    return std::nullopt;
}

Refusal fault_of(const planfile::EditFault& fault, const std::vector<Change>& changes) {
    Refusal refusal = refusal_of(fault.error);
    if (fault.edit < changes.size()) refusal.field = changes[fault.edit].edit.field;
    return refusal;
}

}  // namespace

Outcome<PlanFiles> changed_files(const OpenPlan& open, const Actor& actor, const std::vector<Change>& changes) {
    std::vector<planfile::PlanEdit> edits;
    const SnapshotPtr seen = open.shown_to(actor);
    for (const Change& each : changes) {
        if (actor.whole) {
            edits.push_back(each.edit);
            continue;
        }
        auto edit = edit_of_seen(*open.whole, *seen, each.edit);
        if (!edit) return tl::unexpected(edit.error());
        edits.push_back(*std::move(edit));
    }
    auto edited = planfile::edit_plan(input_files(open.whole->files()), edits);
    if (!edited) return tl::unexpected(fault_of(edited.error(), changes));
    return with_what_else(open.whole->files(), *edited);
}

Outcome<bool> room_for(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                       const std::vector<Change>& changes) {
    std::vector<planfile::PlanEdit> edits;
    for (const Change& each : changes) edits.push_back(each.edit);
    const bool brings = std::ranges::any_of(edits, [](const planfile::PlanEdit& each) {
        return each.kind == EditKind::add || each.kind == EditKind::rename;
    });
    if (!brings || actor.whole) return false;
    const auto edited = planfile::edit_plan(input_files(open.shown_to(actor)->files()), edits);
    if (!edited) return false;  // what is wrong with it is told when it is made
    return make_room(workspace, actor, open, *Snapshot::make(plan_files(*edited), {}));
}

Outcome<SavedTexts> change_plan(Workspace& workspace, const Actor& actor, std::string_view plan,
                                const ChangeRequest& request) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<SavedTexts>> {
        if (auto refusal = changed_meanwhile(open, actor, request.changes)) return tl::unexpected(*std::move(refusal));
        const auto room = room_for(workspace, actor, open, request.changes);
        if (!room) return tl::unexpected(room.error());
        if (*room) return std::optional<SavedTexts>();
        auto files = changed_files(open, actor, request.changes);
        if (!files) return tl::unexpected(files.error());
        return save_texts(workspace, actor, open, {*std::move(files), "edit", 0, {}, {}});
    });
}

}  // namespace masar::app
