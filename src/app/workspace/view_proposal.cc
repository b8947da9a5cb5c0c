// What is shown of a proposal, which is what is signed; and what differs since something was approved or signed.
#include "app/workspace/common_view.h"
#include "app/workspace/decisions.h"
#include "app/workspace/save_texts.h"
#include "planfile/diff_plan.h"
#include "report/difference_sentence.h"

#include <algorithm>

namespace masar::app {
namespace {

void add_lines(std::string& out, std::string_view heading, const std::vector<TermsLine>& lines,
               base::Language language) {
    if (lines.empty()) return;
    out.append("\n").append(heading).append("\n");
    for (const TermsLine& each : lines) out.append("- ").append(each.sentence.in(language)).append("\n");
}

std::string text_in(const OpenProposal& proposal, const TermsLines& lines, base::Language language) {
    const bool arabic = language == base::Language::ar;
    std::string out = proposal.row.title.in(language) + "\n";
    if (!proposal.row.note.empty()) out += proposal.row.note + "\n";
    add_lines(out, arabic ? "التغييرات:" : "Changes:", lines.differences, language);
    add_lines(out, arabic ? "التواريخ:" : "Dates:", lines.dates, language);
    out.append(arabic ? "\nبصمة النصوص: " : "\nFingerprint of the texts: ").append(proposal.after->hash()).append("\n");
    return out;
}

std::vector<ShownSignature> shown(const std::vector<store::SignatureRow>& rows) {
    std::vector<ShownSignature> signatures;
    for (const store::SignatureRow& each : rows)
        signatures.push_back({each.kind, each.side, each.role, each.stands_for != 0, each.at, each.terms, each.comment,
                              each.voided, each.voided_why});
    return signatures;
}

/// The version that the side signed last, in whatever proposal.
base::Result<std::optional<store::VersionRow>> last_signed(const store::Tables& kept, std::int64_t plan,
                                                           std::string_view side, std::int64_t but) {
    const auto proposals = kept.proposals.of_plan(plan);
    if (!proposals) return tl::unexpected(proposals.error());
    base::Moment latest{};
    std::int64_t version = 0;
    for (const store::ProposalRow& each : *proposals) {
        if (each.id == but) continue;
        const auto signatures = kept.signatures.of_proposal(each.id);
        if (!signatures) return tl::unexpected(signatures.error());
        for (const store::SignatureRow& signature : *signatures) {
            // A replaced proposal has another version than the one that was signed then.
            const bool counts = signature.side == side && signature.kind == "sign" && signature.terms == each.terms;
            if (counts && signature.at >= latest) latest = signature.at, version = each.version;
        }
    }
    return kept.versions.find(version);
}

std::vector<TermsLine> lines_between(const Snapshot& before, const Snapshot& after) {
    std::vector<TermsLine> lines;
    for (const plan::Difference& each : planfile::differences(before.text().trees(), after.text().trees()))
        if (each.field != "withheld") lines.push_back({report::sentence(each), each.section, each.id, each.kind});
    return lines;
}

Outcome<std::vector<base::Text>> since_my_last(Workspace& workspace, const Actor& actor, const OpenProposal& proposal) {
    std::vector<base::Text> sentences;
    if (actor.side.empty()) return sentences;
    const auto row = from_store(workspace.store.read(
        [&](const store::Tables& kept) { return last_signed(kept, proposal.row.plan, actor.side, proposal.row.id); }));
    if (!row) return tl::unexpected(row.error());
    if (!*row) return sentences;
    const auto then = snapshot_of(workspace, **row);
    if (!then) return tl::unexpected(then.error());
    for (TermsLine& each : lines_between(*common_view(*then), *proposal.after))
        sentences.push_back(std::move(each.sentence));
    return sentences;
}

}  // namespace

Outcome<DatesState> proposal_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                   std::int64_t number) {
    const auto proposal = open_proposal(workspace, actor, plan, number);
    if (!proposal) return tl::unexpected(proposal.error());
    return dates_state(proposal->version);
}

Outcome<ProposalView> view_proposal(Workspace& workspace, const Actor& actor, std::string_view plan,
                                    std::int64_t number) {
    const auto proposal = open_proposal(workspace, actor, plan, number);
    if (!proposal) return tl::unexpected(proposal.error());
    auto changed = since_my_last(workspace, actor, *proposal);
    if (!changed) return tl::unexpected(changed.error());

    ProposalView view;
    view.number = proposal->row.number;
    view.title = proposal->row.title;
    view.note = proposal->row.note;
    view.state = proposal->row.state;
    view.side = proposal->row.side;
    view.role = proposal->row.role;
    view.at = proposal->row.at;
    view.dates = dates_state(proposal->version);
    view.lines = terms_lines(proposal->terms());
    view.texts = {text_in(*proposal, view.lines, base::Language::en),
                  text_in(*proposal, view.lines, base::Language::ar)};
    view.hash = proposal->row.terms;
    view.signatures = shown(proposal->signatures);
    for (const std::string& side : proposal->row.readers) {
        if (proposal->signature_of(side))
            view.signed_by.push_back(side);
        else if (proposal->is_open())
            view.waiting.push_back(side);
    }
    if (proposal->is_open()) view.blocked = blocked_by(workspace, *proposal);
    const bool open = proposal->is_open() && !actor.side.empty();
    view.may_sign = open && actor.may({Role::approver}) && view.blocked.empty() && !proposal->signature_of(actor.side);
    view.may_withdraw = open && proposal->row.side == actor.side && !editing_role(actor).empty();
    const auto releasing = releasing_sides(*proposal->start, *proposal->whole);
    view.may_disclose = open && actor.may({Role::disclosure})
                        && std::ranges::find(releasing, actor.side) != releasing.end()
                        && !proposal->signature_of(actor.side, "disclose");
    view.changed_since_my_last = *std::move(changed);
    if (proposal->baseline) view.before = shown_to(actor, proposal->baseline);
    view.after = shown_to(actor, proposal->whole);
    return view;
}

Outcome<std::vector<TermsLine>> differences_since(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                  Since since) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    const auto row = from_store(workspace.store.read([&](const store::Tables& kept) {
        return since == Since::baseline ? kept.versions.find(open->row.baseline)
                                        : last_signed(kept, open->row.id, actor.side, 0);
    }));
    if (!row) return tl::unexpected(row.error());
    if (!*row) return refuse(Refusal::Why::not_found, {"nothing was approved yet", "لم يُعتمد شيء بعد"});
    const auto then = snapshot_of(workspace, **row);
    if (!then) return tl::unexpected(then.error());
    return lines_between(*shown_to(actor, *then), *open->shown_to(actor));
}

}  // namespace masar::app
