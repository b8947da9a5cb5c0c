// Making, changing and showing proposals; decide.cc holds what is decided about them.
#include "app/workspace/change_plan.h"
#include "app/workspace/common_view.h"
#include "app/workspace/decision_entry.h"
#include "app/workspace/decisions.h"
#include "app/workspace/proposal_draft.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/version_writing.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

std::optional<Refusal> may_propose(const Actor& actor) {
    const Roles proposers{Role::planner, Role::lead};
    if (actor.side.empty())
        return Refusal{Refusal::Why::not_allowed,
                       {"a proposal is made for a side", "يُقدَّم المقترح باسم جانب"},
                       {"choose the side you act for", "اختر الجانب الذي تعمل باسمه"},
                       "side",
                       {},
                       {}};
    if (actor.roles.any_of(proposers)) return std::nullopt;
    return Refusal{Refusal::Why::not_allowed,
                   {"your role does not propose", "دورك لا يتيح تقديم مقترح"},
                   {"a planner or lead of your side can", "يمكن لمخطط جانبك أو قائد المحور ذلك"},
                   {},
                   {},
                   {}};
}

Outcome<SnapshotPtr> common_baseline(Workspace& workspace, const OpenPlan& open) {
    if (open.row.baseline == 0) return SnapshotPtr();
    const auto row =
        existing(workspace.store.read([&](const store::Tables& kept) { return kept.versions.find(open.row.baseline); }),
                 {"what was approved last is gone", "ما اعتُمد آخر مرة لم يعد موجوداً"});
    if (!row) return tl::unexpected(row.error());
    auto baseline = snapshot_of(workspace, *row);
    if (!baseline) return tl::unexpected(baseline.error());
    return common_view(*baseline);
}

struct Submission {
    const OpenPlan& open;
    const Actor& actor;
    const ProposalContent& content;
    const ProposalDraft& draft;
    base::Moment at;

    [[nodiscard]] const base::Text& title() const { return content.title.empty() ? draft.title : content.title; }
};

/// The version that is proposed: the head, or one beside it.
base::Result<std::int64_t> write_version(store::Tables& kept, const Submission& from) {
    if (from.draft.draft_itself) return from.open.head.id;
    NewVersion version{version_after(from.open.head, from.actor, from.at), *from.draft.whole, {}, from.open.head};
    version.row.cause = "proposal";
    version.row.dates_stale = from.draft.dates == DatesState::stale;
    version.row.what = from.title();
    auto row = add_version(kept, version);
    if (!row) return tl::unexpected(row.error());
    return row->id;
}

/// Terms hold the proposal's number, so that they are written when it is known.
base::Result<void> write_terms(store::Tables& kept, const Submission& from, const SnapshotPtr& before,
                               store::ProposalRow& row) {
    const TermsOf terms{from.open.row, row.number, row.title, row.note, before, common_view(from.draft.whole)};
    auto content = kept.contents.put(terms_text(terms));
    if (!content) return tl::unexpected(content.error());
    row.terms = *std::move(content);
    return {};
}

DecisionEntry entry_for(const Submission& from, const store::ProposalRow& row, std::string kind) {
    DecisionEntry entry;
    entry.plan = row.plan;
    entry.kind = std::move(kind);
    entry.proposal = row.number;
    entry.title = row.title;
    entry.side = from.actor.side;
    entry.role = editing_role(from.actor);
    entry.at = from.at;
    entry.terms = row.terms;
    entry.comment = row.note;
    entry.readers = row.readers;
    return entry;
}

/// 1, 2, 3, …; drafts that one side alone may read are numbered below zero, side by side, so that a gap tells the other side nothing.
base::Result<std::int64_t> free_number(store::Tables& kept, const Submission& from) {
    if (from.draft.readers.size() == from.open.row.sides.size()) {
        const auto next = kept.proposals.next_number(from.open.row.id);
        return next ? base::Result<std::int64_t>(std::max<std::int64_t>(*next, 1)) : next;
    }
    const auto all = kept.proposals.of_plan(from.open.row.id);
    if (!all) return tl::unexpected(all.error());
    const auto own = std::ranges::count_if(
        *all, [&](const store::ProposalRow& each) { return each.number < 0 && each.side == from.actor.side; });
    const auto side = std::ranges::find(from.open.row.sides, from.actor.side) - from.open.row.sides.begin();
    constexpr std::int64_t most_sides = 100;
    return -(most_sides * (own + 1) + side);
}

base::Result<std::optional<std::int64_t>> write_new(store::Tables& kept, const Submission& from,
                                                    const SnapshotPtr& before) {
    const auto plan = unmoved(kept, from.open.row.id, from.open.head.id);
    if (!plan) return tl::unexpected(plan.error());
    if (!*plan || (*plan)->baseline != from.open.row.baseline) return std::optional<std::int64_t>();
    auto version = write_version(kept, from);
    if (!version) return tl::unexpected(version.error());
    store::ProposalRow row;
    row.plan = from.open.row.id;
    const auto number = free_number(kept, from);
    if (!number) return tl::unexpected(number.error());
    row.number = *number;
    row.title = from.title();
    row.note = from.content.note;
    row.state = "open";
    row.version = *version;
    row.against = from.open.row.baseline;
    row.account = from.actor.account;
    row.side = from.actor.side;
    row.role = editing_role(from.actor);
    row.at = from.at;
    row.readers = from.draft.readers;
    if (auto terms = write_terms(kept, from, before, row); !terms) return tl::unexpected(terms.error());
    if (auto id = kept.proposals.add(row); !id) return tl::unexpected(id.error());
    if (auto entry = add_decision(kept, entry_for(from, row, "proposed")); !entry) return tl::unexpected(entry.error());
    return std::optional(row.number);
}

base::Result<std::vector<std::string>> void_signatures(store::Tables& kept, const store::ProposalRow& row,
                                                       const Submission& from) {
    auto signatures = kept.signatures.of_proposal(row.id);
    if (!signatures) return tl::unexpected(signatures.error());
    std::vector<std::string> sides;
    for (store::SignatureRow& each : *signatures) {
        const bool counts = (each.kind == "sign" || each.kind == "disclose") && each.voided == base::Moment{};
        if (!counts) continue;
        each.voided = from.at;
        each.voided_why =
            report::fill({"side '{}' changed the proposal", "غيّر الجانب «{}» المقترح"}, report::ltr(from.actor.side));
        if (auto put = kept.signatures.put(each); !put) return tl::unexpected(put.error());
        sides.push_back(each.side);
    }
    return sides;
}

base::Result<std::optional<bool>> write_again(store::Tables& kept, const Submission& from, store::ProposalRow row,
                                              const SnapshotPtr& before) {
    const auto plan = unmoved(kept, from.open.row.id, from.open.head.id);
    if (!plan) return tl::unexpected(plan.error());
    const auto now = kept.proposals.find(row.id);
    if (!now) return tl::unexpected(now.error());
    const bool same = *plan && (*plan)->baseline == from.open.row.baseline && *now && **now == row;
    if (!same) return std::optional<bool>();
    auto version = write_version(kept, from);
    if (!version) return tl::unexpected(version.error());
    auto voided = void_signatures(kept, row, from);
    if (!voided) return tl::unexpected(voided.error());
    row.title = from.title();
    row.note = from.content.note;
    row.state = "open";
    row.decided = {};
    row.version = *version;
    row.against = from.open.row.baseline;
    if (auto terms = write_terms(kept, from, before, row); !terms) return tl::unexpected(terms.error());
    if (auto put = kept.proposals.put(row); !put) return tl::unexpected(put.error());
    DecisionEntry entry = entry_for(from, row, "changed");
    entry.voided = *std::move(voided);
    if (auto added = add_decision(kept, entry); !added) return tl::unexpected(added.error());
    return std::optional(true);
}

std::optional<Refusal> without_title(const ProposalContent& content) {
    if (!content.title.empty() || content.back) return std::nullopt;
    return Refusal{Refusal::Why::wrong_field, {"the proposal has no title", "المقترح بلا عنوان"}, {}, "title", {}, {}};
}

}  // namespace

Outcome<std::int64_t> propose(Workspace& workspace, const Actor& actor, std::string_view plan,
                              const ProposalContent& content) {
    if (auto refusal = may_propose(actor)) return tl::unexpected(*std::move(refusal));
    if (auto refusal = without_title(content)) return tl::unexpected(*std::move(refusal));
    return on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<std::int64_t>> {
        const auto room = room_for(workspace, actor, open, content.wish.changes);
        if (!room) return tl::unexpected(room.error());
        if (*room) return std::optional<std::int64_t>();
        const auto draft = draft_of(workspace, actor, open, content);
        if (!draft) return tl::unexpected(draft.error());
        const auto before = common_baseline(workspace, open);
        if (!before) return tl::unexpected(before.error());
        if (*before && draft->readers == open.row.sides
            && (*before)->state_hash() == common_view(draft->whole)->state_hash())
            return refuse(Refusal::Why::conflict,
                          {"this is what both sides approved already", "هذا ما اعتمده الجانبان من قبل"});
        const Submission from{open, actor, content, *draft, workspace.clock.now()};
        return from_store(workspace.store.write([&](store::Tables& kept) { return write_new(kept, from, *before); }));
    });
}

Outcome<void> replace_proposal(Workspace& workspace, const Actor& actor, std::string_view plan, std::int64_t number,
                               const ProposalContent& content) {
    if (auto refusal = may_propose(actor)) return tl::unexpected(*std::move(refusal));
    if (auto refusal = without_title(content)) return tl::unexpected(*std::move(refusal));
    auto done = on_latest(workspace, actor, plan, [&](const OpenPlan& open) -> Outcome<std::optional<bool>> {
        const auto proposal = open_proposal(workspace, actor, plan, number);
        if (!proposal) return tl::unexpected(proposal.error());
        if (proposal->row.side != actor.side)
            return refuse(Refusal::Why::not_allowed,
                          {"the other side made this proposal", "الجانب الآخر هو من قدّم هذا المقترح"},
                          {"return it with a comment", "أعده مع ملاحظاتك"});
        if (proposal->row.state != "open" && proposal->row.state != "returned")
            return refuse(Refusal::Why::conflict, {"the proposal is decided", "حُسم المقترح"},
                          {"make a new one", "قدّم مقترحاً جديداً"});
        const auto room = room_for(workspace, actor, open, content.wish.changes);
        if (!room) return tl::unexpected(room.error());
        if (*room) return std::optional<bool>();
        const auto draft = draft_of(workspace, actor, open, content);
        if (!draft) return tl::unexpected(draft.error());
        if (draft->readers != proposal->row.readers)
            return refuse(Refusal::Why::conflict,
                          {"a release and what both sides sign are different proposals",
                           "الإفراج وما يوقّع عليه الجانبان مقترحان مختلفان"},
                          {"make a new one", "قدّم مقترحاً جديداً"});
        const auto before = common_baseline(workspace, open);
        if (!before) return tl::unexpected(before.error());
        const Submission from{open, actor, content, *draft, workspace.clock.now()};
        return from_store(workspace.store.write(
            [&](store::Tables& kept) { return write_again(kept, from, proposal->row, *before); }));
    });
    if (!done) return tl::unexpected(done.error());
    return {};
}

}  // namespace masar::app
