// What is decided about proposals; proposals.cc makes and shows them.
#include "app/workspace/carried_dates.h"
#include "app/workspace/change_events.h"
#include "app/workspace/decision_entry.h"
#include "app/workspace/decisions.h"
#include "app/workspace/follow_dates.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/version_writing.h"
#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using Why = Refusal::Why;

constexpr std::array<std::string_view, 5> signature_kinds{"sign", "return", "object", "withdraw", "disclose"};
constexpr std::array<std::string_view, 5> entry_kinds{"signed", "returned", "objected", "withdrawn", "disclosed"};

Role role_for(Verdict verdict) { return verdict == Verdict::disclose ? Role::disclosure : Role::approver; }

/// For whom the actor acts in this role; 0 = in their own right.
std::int64_t stands_for(const Actor& actor, Role role) {
    const auto found = std::ranges::find(actor.acting, role, &Acting::role);
    return found == actor.acting.end() ? 0 : found->stands_for;
}

Refusal wrong_role(Verdict verdict) {
    return {
        Why::not_allowed,
        report::fill({"this is for the role '{}' of your side, or a deputy", "هذا لصاحب دور «{}» في جانبك أو لنائبه"},
                     name_of(role_for(verdict))),
        {},
        {},
        {},
        {}};
}

std::optional<Refusal> wrong_state(const OpenProposal& proposal, const Decision& decision) {
    if (!proposal.is_open()) return Refusal{Why::conflict, {"the proposal is decided", "حُسم المقترح"}, {}, {}, {}, {}};
    const bool by_hash = decision.verdict == Verdict::sign || decision.verdict == Verdict::disclose;
    if (by_hash && decision.hash != proposal.row.terms)
        return Refusal{Why::changed_meanwhile,
                       {"the proposal was changed since it was shown", "تغيّر المقترح بعد عرضه"},
                       {"read it again, then decide", "اقرأه مرة أخرى ثم قرر"},
                       "hash",
                       {},
                       {}};
    const bool wants_words = decision.verdict == Verdict::send_back || decision.verdict == Verdict::object;
    if (wants_words && decision.comment.empty())
        return Refusal{Why::wrong_field, {"say why", "اذكر السبب"}, {}, "comment", {}, {}};
    return std::nullopt;
}

std::optional<Refusal> wrong_signer(const OpenProposal& proposal, const Actor& actor, const Decision& decision) {
    if (actor.side.empty())
        return Refusal{Why::not_allowed,
                       {"a decision is made for a side", "يُتخذ القرار باسم جانب"},
                       {"choose the side you act for", "اختر الجانب الذي تعمل باسمه"},
                       "side",
                       {},
                       {}};
    if (decision.verdict == Verdict::withdraw) {
        if (proposal.row.side == actor.side && !editing_role(actor).empty()) return std::nullopt;
        return Refusal{
            Why::not_allowed, {"the side that proposed it withdraws it", "يسحبه الجانب الذي قدّمه"}, {}, {}, {}, {}};
    }
    if (!actor.may({role_for(decision.verdict)})) return wrong_role(decision.verdict);
    if (decision.verdict == Verdict::sign && proposal.signature_of(actor.side))
        return Refusal{Why::conflict, {"your side has signed already", "وقّع جانبك من قبل"}, {}, {}, {}, {}};
    if (decision.verdict != Verdict::disclose) return std::nullopt;
    const auto sides = releasing_sides(*proposal.start, *proposal.whole);
    if (std::ranges::find(sides, actor.side) != sides.end()) return std::nullopt;
    return Refusal{Why::conflict, {"it releases nothing of your side", "لا يُفرج عن شيء من جانبك"}, {}, {}, {}, {}};
}

std::optional<Refusal> blocked(Workspace& workspace, const OpenProposal& proposal) {
    const std::vector<base::Text> reasons = blocked_by(workspace, proposal);
    if (reasons.empty()) return std::nullopt;
    Refusal refusal{Why::conflict, reasons.front(), {}, {}, {}, {}};
    for (const base::Text& each : reasons) refusal.faults.push_back({"blocked", {}, {}, {}, {}, 0, 0, each, {}});
    return refusal;
}

/// Whether this decision puts the proposal in force.
bool completes(const OpenProposal& proposal, const Actor& actor, Verdict verdict) {
    if (verdict == Verdict::disclose) return true;  // a release is proposed by itself, by the side whose it is
    if (verdict != Verdict::sign) return false;
    return std::ranges::all_of(proposal.plan.row.sides, [&](const std::string& side) {
        return side == actor.side || proposal.signature_of(side) != nullptr;
    });
}

/// The head that follows from the last signature.
struct InForce {
    bool head_stays = true;
    SnapshotPtr head;
    DatesState dates = DatesState::current;
    std::vector<store::EventRow> events;
};

/// What the proposal moved stands where it was signed, and everything else where it is by now; where both cannot be, what moves least.
FollowedDates dates_in_force(const OpenProposal& proposal, const PlanFiles& texts) {
    const Snapshot& before = *proposal.plan.whole;
    if (!before.timetable()) return {};
    std::string dates = carried_dates({*proposal.start, *proposal.whole, before, texts});
    if (dates.empty()) dates = before.dates();
    const SnapshotPtr now = Snapshot::make(texts, dates);
    const bool holds = now->timetable() && !breaks_more(*now->timetable(), before.timetable());
    if (holds) return {dates, dates_state(proposal.plan.head)};
    return is_quick(*now) ? found_dates(*now, quick_effort(*now)) : FollowedDates{dates, DatesState::stale};
}

Outcome<InForce> in_force(Workspace& workspace, const OpenProposal& proposal) {
    auto effect = effect_of(workspace, proposal);
    if (!effect) return tl::unexpected(effect.error());
    if (effect->head_stays) return InForce{};
    FollowedDates dates{effect->dates, dates_state(proposal.version)};
    if (effect->dates.empty()) dates = dates_in_force(proposal, effect->files);
    InForce result{false, Snapshot::make(effect->files, dates.dates), dates.state, {}};
    result.events = change_events(*proposal.plan.whole, *result.head);
    return result;
}

struct Deciding {
    Workspace& workspace;
    const Actor& actor;
    const OpenProposal& proposal;
    const Decision& decision;
    base::Moment at;
};

base::Result<void> write_signature(store::Tables& kept, const Deciding& deciding) {
    store::SignatureRow row;
    row.proposal = deciding.proposal.row.id;
    row.kind = signature_kinds[static_cast<std::size_t>(deciding.decision.verdict)];
    row.account = deciding.actor.account;
    row.stands_for = stands_for(deciding.actor, role_for(deciding.decision.verdict));
    row.side = deciding.actor.side;
    row.role = deciding.decision.verdict == Verdict::withdraw
                   ? editing_role(deciding.actor)
                   : std::string(word_of(role_for(deciding.decision.verdict)));
    row.at = deciding.at;
    row.terms = deciding.proposal.row.terms;
    row.comment = deciding.decision.comment;
    if (auto added = kept.signatures.add(row); !added) return tl::unexpected(added.error());
    DecisionEntry entry;
    entry.plan = deciding.proposal.row.plan;
    entry.kind = entry_kinds[static_cast<std::size_t>(deciding.decision.verdict)];
    entry.proposal = deciding.proposal.row.number;
    entry.title = deciding.proposal.row.title;
    entry.side = row.side;
    entry.role = row.role;
    entry.deputy = row.stands_for != 0;
    entry.at = deciding.at;
    entry.terms = row.terms;
    entry.comment = row.comment;
    entry.readers = deciding.proposal.row.readers;
    return add_decision(kept, entry);
}

/// The proposal's version is what is approved from now on; the head follows. What only releases is in force, but nothing is approved by it.
base::Result<void> put_in_force(store::Tables& kept, const Deciding& deciding, const InForce& force,
                                store::PlanRow plan) {
    const OpenProposal& proposal = deciding.proposal;
    const bool approves = deciding.decision.verdict == Verdict::sign;
    if (approves) plan.baseline = proposal.version.id;
    if (force.head_stays) {
        if (auto put = kept.plans.put(plan); !put) return put;
    } else {
        NewVersion version{version_after(proposal.plan.head, deciding.actor, deciding.at), *force.head, force.events,
                           proposal.plan.head};
        version.row.role = word_of(role_for(deciding.decision.verdict));
        version.row.cause = "approved";
        version.row.what = proposal.row.title;
        version.row.dates_stale = force.dates == DatesState::stale;
        const auto head = add_version(kept, version);
        if (!head) return tl::unexpected(head.error());
        if (auto put = set_head(kept, plan, *head, force.head->plan()); !put) return put;
    }
    DecisionEntry entry;
    entry.plan = plan.id;
    entry.kind = approves ? "approved" : "released";
    entry.proposal = proposal.row.number;
    entry.title = proposal.row.title;
    entry.side = deciding.actor.side;
    entry.role = word_of(role_for(deciding.decision.verdict));
    entry.at = deciding.at;
    entry.terms = proposal.row.terms;
    entry.readers = proposal.row.readers;
    return add_decision(kept, entry);
}

std::string state_after(Verdict verdict, bool complete) {
    switch (verdict) {
        case Verdict::send_back: return "returned";
        case Verdict::object: return "objected";
        case Verdict::withdraw: return "withdrawn";
        default: return complete ? "approved" : "open";
    }
}

/// Nothing: the plan or the proposal has moved on.
base::Result<std::optional<std::string>> write(store::Tables& kept, const Deciding& deciding,
                                               const std::optional<InForce>& force) {
    const OpenProposal& proposal = deciding.proposal;
    const auto plan = unmoved(kept, proposal.row.plan, proposal.plan.head.id);
    if (!plan) return tl::unexpected(plan.error());
    const auto row = kept.proposals.find(proposal.row.id);
    if (!row) return tl::unexpected(row.error());
    const auto signatures = kept.signatures.of_proposal(proposal.row.id);
    if (!signatures) return tl::unexpected(signatures.error());
    const bool same = *plan && (*plan)->baseline == proposal.plan.row.baseline && *row && **row == proposal.row
                      && *signatures == proposal.signatures;
    if (!same) return std::optional<std::string>();
    if (auto signature = write_signature(kept, deciding); !signature) return tl::unexpected(signature.error());
    store::ProposalRow changed = **row;
    changed.state = state_after(deciding.decision.verdict, force.has_value());
    if (changed.state != "open") changed.decided = deciding.at;
    if (auto put = kept.proposals.put(changed); !put) return tl::unexpected(put.error());
    if (force)
        if (auto put = put_in_force(kept, deciding, *force, **plan); !put) return tl::unexpected(put.error());
    return std::optional(changed.state);
}

}  // namespace

Outcome<std::string> decide(Workspace& workspace, const Actor& actor, std::string_view plan, std::int64_t number,
                            const Decision& decision) {
    return on_latest(workspace, actor, plan, [&](const OpenPlan&) -> Outcome<std::optional<std::string>> {
        const auto proposal = open_proposal(workspace, actor, plan, number);
        if (!proposal) return tl::unexpected(proposal.error());
        if (auto refusal = wrong_state(*proposal, decision)) return tl::unexpected(*std::move(refusal));
        if (auto refusal = wrong_signer(*proposal, actor, decision)) return tl::unexpected(*std::move(refusal));
        if (decision.verdict == Verdict::sign)
            if (auto refusal = blocked(workspace, *proposal)) return tl::unexpected(*std::move(refusal));
        std::optional<InForce> force;
        if (completes(*proposal, actor, decision.verdict)) {
            auto made = in_force(workspace, *proposal);
            if (!made) return tl::unexpected(made.error());
            force = *std::move(made);
        }
        const Deciding deciding{workspace, actor, *proposal, decision, workspace.clock.now()};
        return from_store(workspace.store.write([&](store::Tables& kept) { return write(kept, deciding, force); }));
    });
}

}  // namespace masar::app
