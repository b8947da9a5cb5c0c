#include "app/workspace/proposal_draft.h"

#include "app/workspace/change_events.h"
#include "app/workspace/change_plan.h"
#include "app/workspace/common_view.h"
#include "app/workspace/plan_faults.h"
#include "app/workspace/record_index.h"
#include "app/workspace/save_texts.h"
#include "report/figures.h"

#include <set>
#include <tuple>

namespace masar::app {
namespace {

Outcome<SnapshotPtr> with_dates(const Workspace& workspace, const OpenPlan& open, const PlanFiles& files,
                                const std::string& dates, DatesState& state) {
    state = DatesState::current;
    if (!dates.empty()) return Snapshot::make(files, dates);
    const SnapshotPtr now = Snapshot::make(files, open.whole->dates());
    FollowedDates followed = kept_dates(*open.whole, *now, differences_between(*open.whole, *now));
    if (followed.state == DatesState::stale && is_quick(*now)) {
        DateEffort effort = quick_effort();
        effort.threads = workspace.threads;
        followed = found_dates(files, open.whole->dates(), effort);
    }
    state = followed.state;
    return followed.dates == now->dates() ? now : Snapshot::make(files, followed.dates);
}

Refusal read_by_one_side(const FieldName& name) {
    return {Refusal::Why::conflict,
            report::fill({"not every side reads '{}': nobody can sign it together",
                          "لا تقرأ كل الجوانب «{}»: لا يمكن التوقيع عليه معاً"},
                         report::ltr(name.id.empty() ? name.section : name.id)),
            {"change it without a proposal, or propose its release first", "غيّره دون مقترح، أو اقترح الإفراج عنه أولاً"},
            std::string(name.field),
            {},
            {},
            0};
}

/// A release is proposed by the side whose it is, and alone: everything else would show before it is confirmed. And of what one side alone
/// reads nothing can be signed by all, nor may a clash with it tell of it.
std::optional<Refusal> not_for_both(const Actor& actor, const SnapshotPtr& before, const SnapshotPtr& after) {
    const std::vector<std::string> releasing = releasing_sides(*before, *after);
    if (!releasing.empty()) {
        if (releasing == std::vector{actor.side} && only_releases(*before, *after)) return std::nullopt;
        return Refusal{Refusal::Why::conflict,
                       {"a release is proposed by itself, by the side whose it is",
                        "يُقترح الإفراج منفرداً ومن الجانب صاحب المعلومات"},
                       {"propose the release first, then the rest", "اقترح الإفراج أولاً ثم اقترح الباقي"},
                       {},
                       {},
                       {},
                       0};
    }
    std::set<std::tuple<std::string, std::string, std::string>> common;
    for (const plan::Difference& each : differences_between(*common_view(before), *common_view(after)))
        common.emplace(each.section, each.id, each.field);
    for (const plan::Difference& each : differences_between(*before, *after))
        if (!common.contains({each.section, each.id, each.field}))
            return read_by_one_side({each.section, each.id, each.field});
    return std::nullopt;
}

}  // namespace

Outcome<ProposalDraft> draft_of(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                const ProposalContent& content) {
    ProposalDraft draft;
    draft.draft_itself = content.changes.empty() && content.dates.empty();
    draft.whole = open.whole;
    draft.dates = dates_state(open.head);
    draft.readers = open.row.sides;
    if (draft.draft_itself) return draft;
    auto files = changed_files(open, actor, content.changes);
    if (!files) return tl::unexpected(files.error());
    auto whole = with_dates(workspace, open, *files, content.dates, draft.dates);
    if (!whole) return tl::unexpected(whole.error());
    draft.whole = *std::move(whole);
    std::vector<PlanFault> faults = new_faults(*open.shown_to(actor), *shown_to(actor, draft.whole));
    if (!faults.empty()) {
        Refusal refusal{
            Refusal::Why::wrong_plan, faults.front().message, faults.front().hint, faults.front().field, {}, {}};
        refusal.faults = std::move(faults);
        return tl::unexpected(std::move(refusal));
    }
    if (auto refusal = not_for_both(actor, open.whole, draft.whole)) return tl::unexpected(*std::move(refusal));
    // What releases is the matter of one side until it is released.
    if (!releasing_sides(*open.whole, *draft.whole).empty()) draft.readers = {actor.side};
    return draft;
}

}  // namespace masar::app
