#include "app/workspace/proposal_list.h"

#include <algorithm>

namespace masar::app {
namespace {

using Lines = std::vector<ProposalLine>;

bool counts(const store::SignatureRow& signature, const store::ProposalRow& proposal) {
    return signature.kind == "sign" && signature.voided == base::Moment{} && signature.terms == proposal.terms;
}

base::Result<ProposalLine> line_of(const store::Tables& kept, const store::PlanRow& plan, store::ProposalRow row) {
    ProposalLine line{std::move(row), {}, {}, false};
    line.of_release = line.row.readers != plan.sides;
    const auto signatures = kept.signatures.of_proposal(line.row.id);
    if (!signatures) return tl::unexpected(signatures.error());
    for (const std::string& side : line.row.readers) {
        const bool has_signed = std::ranges::any_of(
            *signatures, [&](const store::SignatureRow& each) { return each.side == side && counts(each, line.row); });
        if (has_signed)
            line.signed_by.push_back(side);
        else if (line.row.state == "open")
            line.waiting_for.push_back(side);
    }
    return line;
}

report::WaitingDecision decision_of(const ProposalLine& line) {
    return {line.row.number, line.row.title, line.signed_by, line.waiting_for};
}

}  // namespace

Outcome<Lines> proposal_list(Workspace& workspace, const Actor& actor, std::string_view plan) {
    const auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    return from_store(workspace.store.read([&](const store::Tables& kept) -> base::Result<Lines> {
        auto rows = kept.proposals.of_plan(open->row.id);
        if (!rows) return tl::unexpected(rows.error());
        Lines lines;
        for (store::ProposalRow& row : *rows) {
            if (!reads(actor, row.readers)) continue;
            auto line = line_of(kept, open->row, std::move(row));
            if (!line) return tl::unexpected(line.error());
            lines.push_back(*std::move(line));
        }
        return lines;
    }));
}

std::vector<report::WaitingDecision> open_decisions(const Lines& lines) {
    std::vector<report::WaitingDecision> open;
    for (const ProposalLine& each : lines)
        if (each.row.state == "open") open.push_back(decision_of(each));
    return open;
}

std::vector<report::WaitingDecision> waiting_for(const Actor& actor, const Lines& lines) {
    std::vector<report::WaitingDecision> waiting;
    for (const ProposalLine& each : lines) {
        const bool own = actor.whole || std::ranges::find(each.waiting_for, actor.side) != each.waiting_for.end();
        const Role role = each.of_release ? Role::disclosure : Role::approver;
        if (own && !each.waiting_for.empty() && actor.roles.has(role)) waiting.push_back(decision_of(each));
    }
    return waiting;
}

}  // namespace masar::app
