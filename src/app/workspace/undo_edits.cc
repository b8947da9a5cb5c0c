#include "app/workspace/undo_edits.h"

#include "app/workspace/take_back.h"

#include <algorithm>

namespace masar::app {
namespace {

constexpr std::int64_t furthest_back = 500;

/// An edit, and the version in which it was last put in force or taken back.
struct Step {
    std::int64_t batch = 0;
    store::VersionRow version;
    base::Text what;
};

struct Steps {
    std::vector<Step> done, undone;  ///< the last one is next
};

void move_step(std::vector<Step>& from, std::vector<Step>& to, const store::VersionRow& version) {
    const auto found = std::ranges::find(from, version.of_batch, &Step::batch);
    if (found == from.end()) return;
    Step step = *found;
    step.version = version;
    from.erase(found);
    to.push_back(std::move(step));
}

/// From the person's versions, newest first.
Steps steps_of(const std::vector<store::VersionRow>& versions) {
    Steps steps;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        if (version->cause == "undo") {
            move_step(steps.done, steps.undone, *version);
        } else if (version->cause == "redo") {
            move_step(steps.undone, steps.done, *version);
        } else if (version->batch != 0 && version->parent != 0 && version->cause != "approved"
                   && version->cause != "make-room") {
            steps.done.push_back({version->batch, *version, version->what});
            steps.undone.clear();
        }
    }
    return steps;
}

Outcome<Steps> own_steps(Workspace& workspace, const Actor& actor, const OpenPlan& open) {
    auto versions = from_store(workspace.store.read([&](const store::Tables& kept) {
        return kept.versions.by_account(open.row.id, actor.account, furthest_back);
    }));
    if (!versions) return tl::unexpected(versions.error());
    return steps_of(*versions);
}

Outcome<store::VersionRow> parent_of(Workspace& workspace, const store::VersionRow& version) {
    return existing(workspace.store.read([&](const store::Tables& kept) { return kept.versions.find(version.parent); }),
                    {"the version before it is gone", "النسخة السابقة لم تعد موجودة"});
}

/// The version that made the change, and the one before it.
struct Around {
    store::VersionRow before_row;
    SnapshotPtr before, after;
};

Outcome<Around> around(Workspace& workspace, const store::VersionRow& version) {
    auto row = parent_of(workspace, version);
    if (!row) return tl::unexpected(row.error());
    auto before = snapshot_of(workspace, *row);
    if (!before) return tl::unexpected(before.error());
    auto after = snapshot_of(workspace, version);
    if (!after) return tl::unexpected(after.error());
    return Around{*std::move(row), *std::move(before), *std::move(after)};
}

/// Names what was changed since only where the actor reads it.
Refusal told_to(const Actor& actor, const Around& change, const OpenPlan& open, const Refusal& refusal) {
    if (actor.whole) return refusal;
    const auto seen =
        taken_back({*shown_to(actor, change.before), *shown_to(actor, change.after), *open.shown_to(actor)});
    if (!seen) return seen.error();
    return {Refusal::Why::conflict,
            {"something that it changed was changed since", "تغيّر بعد ذلك شيء مما غيّره"},
            {"edit it instead", "عدّله بدلاً من ذلك"},
            {},
            {},
            {},
            0};
}

Outcome<std::optional<SavedTexts>> take_back(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                             const Step& step, const std::string& cause) {
    const auto change = around(workspace, step.version);
    if (!change) return tl::unexpected(change.error());
    auto files = taken_back({*change->before, *change->after, *open.whole});
    if (!files) return tl::unexpected(told_to(actor, *change, open, files.error()));
    NewTexts texts{*std::move(files), cause, step.batch, step.what, {}};
    const bool exactly = texts.files == change->before->files();
    if (exactly && dates_state(change->before_row) == DatesState::current) texts.dates = change->before->dates();
    return save_texts(workspace, actor, open, texts);
}

}  // namespace

Outcome<UndoState> undo_state(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto steps = own_steps(workspace, actor, *open);
    if (!steps) return tl::unexpected(steps.error());
    UndoState state;
    if (!steps->done.empty()) state.undo = steps->done.back().what;
    if (!steps->undone.empty()) state.redo = steps->undone.back().what;
    return state;
}

Outcome<SavedTexts> undo_edit(Workspace& workspace, const Actor& actor, std::string_view plan) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<SavedTexts>> {
        const auto steps = own_steps(workspace, actor, open);
        if (!steps) return tl::unexpected(steps.error());
        if (steps->done.empty())
            return refuse(Refusal::Why::conflict, {"there is nothing of yours to undo", "لا يوجد لك ما يُتراجع عنه"});
        return take_back(workspace, actor, open, steps->done.back(), "undo");
    });
}

Outcome<SavedTexts> redo_edit(Workspace& workspace, const Actor& actor, std::string_view plan) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<SavedTexts>> {
        const auto steps = own_steps(workspace, actor, open);
        if (!steps) return tl::unexpected(steps.error());
        if (steps->undone.empty())
            return refuse(Refusal::Why::conflict, {"there is nothing to redo", "لا يوجد ما يُعاد"});
        return take_back(workspace, actor, open, steps->undone.back(), "redo");
    });
}

}  // namespace masar::app
