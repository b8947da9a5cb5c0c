#include "app/workspace/open_proposal.h"

#include "app/workspace/change_events.h"
#include "app/workspace/common_view.h"
#include "app/workspace/dates_job.h"
#include "app/workspace/edit_rights.h"
#include "app/workspace/save_texts.h"
#include "app/workspace/take_back.h"
#include "base/plural.h"
#include "base/sha256.h"
#include "report/figures.h"

#include <algorithm>
#include <set>

namespace masar::app {
namespace {

constexpr std::size_t most_sentences = 20;

struct Rows {
    store::ProposalRow row;
    store::VersionRow version;
    std::optional<store::VersionRow> parent, baseline;
    std::vector<store::SignatureRow> signatures;
};

base::Result<std::optional<Rows>> rows_of(const store::Tables& kept, const store::PlanRow& plan, std::int64_t number,
                                          const Actor& actor) {
    auto row = kept.proposals.by_number(plan.id, number);
    if (!row) return tl::unexpected(row.error());
    if (!*row || !reads(actor, (*row)->readers)) return std::optional<Rows>();
    Rows rows{**std::move(row), {}, {}, {}, {}};
    auto version = kept.versions.find(rows.row.version);
    if (!version) return tl::unexpected(version.error());
    if (!*version) return std::optional<Rows>();
    rows.version = **std::move(version);
    auto parent = kept.versions.find(rows.version.parent);
    if (!parent) return tl::unexpected(parent.error());
    rows.parent = *std::move(parent);
    auto baseline = kept.versions.find(rows.row.against);
    if (!baseline) return tl::unexpected(baseline.error());
    rows.baseline = *std::move(baseline);
    auto signatures = kept.signatures.of_proposal(rows.row.id);
    if (!signatures) return tl::unexpected(signatures.error());
    rows.signatures = *std::move(signatures);
    return std::optional(std::move(rows));
}

/// A proposal of changes has a version of its own; one of the draft names a version that is worked on.
bool own_version(const store::VersionRow& version) { return version.cause == "proposal"; }

bool is_part_of_head(Workspace& workspace, const OpenProposal& proposal) {
    if (own_version(proposal.version)) return false;
    store::VersionRow at = proposal.plan.head;
    while (at.id > proposal.version.id && at.parent != 0) {
        auto parent = workspace.store.read([&](const store::Tables& kept) { return kept.versions.find(at.parent); });
        if (!parent || !*parent) return false;
        at = **std::move(parent);
    }
    return at.id == proposal.version.id;
}

base::Text released_not_confirmed(const std::string& side) {
    return report::fill({"the disclosure role of side '{}' has not confirmed what is released",
                         "لم يؤكد دور الإفصاح في الجانب «{}» ما يُفرج عنه"},
                        report::ltr(side));
}

std::vector<FieldName> names_of(const std::vector<plan::Difference>& differences) {
    std::vector<FieldName> names;
    for (const plan::Difference& each : differences) names.push_back({each.section, each.id, each.field});
    return names;
}

}  // namespace

const store::SignatureRow* OpenProposal::signature_of(std::string_view side, std::string_view kind) const {
    const auto found = std::ranges::find_if(signatures, [&](const store::SignatureRow& each) {
        return each.side == side && each.kind == kind && each.voided == base::Moment{} && each.terms == row.terms;
    });
    return found == signatures.end() ? nullptr : &*found;
}

TermsOf OpenProposal::terms() const { return {plan.row, row.number, row.title, row.note, before, after}; }

Outcome<OpenProposal> open_proposal(Workspace& workspace, const Actor& actor, std::string_view plan,
                                    std::int64_t number) {
    auto open = open_plan(workspace, actor, plan);
    if (!open) return tl::unexpected(open.error());
    auto rows = existing(
        workspace.store.read([&](const store::Tables& kept) { return rows_of(kept, open->row, number, actor); }),
        {"there is no such proposal", "لا يوجد مقترح كهذا"});
    if (!rows) return tl::unexpected(rows.error());
    OpenProposal proposal{
        *std::move(open),           std::move(rows->row), std::move(rows->version), {}, {}, {}, {}, {},
        std::move(rows->signatures)};
    auto whole = snapshot_of(workspace, proposal.version);
    if (!whole) return tl::unexpected(whole.error());
    proposal.whole = *std::move(whole);
    proposal.start = proposal.whole;
    if (own_version(proposal.version) && rows->parent) {
        auto start = snapshot_of(workspace, *rows->parent);
        if (!start) return tl::unexpected(start.error());
        proposal.start = *std::move(start);
    }
    if (rows->baseline) {
        auto baseline = snapshot_of(workspace, *rows->baseline);
        if (!baseline) return tl::unexpected(baseline.error());
        proposal.baseline = *std::move(baseline);
        proposal.before = common_view(proposal.baseline);
    }
    proposal.after = common_view(proposal.whole);
    return proposal;
}

std::vector<std::string> releasing_sides(const Snapshot& before, const Snapshot& after) {
    const std::vector<plan::Difference> differences = differences_between(before, after);
    const RecordIndex records(after.plan());
    std::set<std::string> sides;
    for (const FieldName& name : names_of(differences)) {
        if (!is_release(name)) continue;
        const plan::SideIndex owner = records.owner_of(name);
        if (owner.known()) sides.insert(after.plan().sides[owner.at()].id);
    }
    return {sides.begin(), sides.end()};
}

bool only_releases(const Snapshot& before, const Snapshot& after) {
    const std::vector<plan::Difference> differences = differences_between(before, after);
    return !differences.empty() && std::ranges::all_of(names_of(differences), is_release);
}

Outcome<Effect> effect_of(Workspace& workspace, const OpenProposal& proposal) {
    if (is_part_of_head(workspace, proposal)) return Effect{true, {}, {}};
    const Snapshot& head = *proposal.plan.whole;
    if (head.files() == proposal.start->files()) return Effect{false, proposal.whole->files(), proposal.whole->dates()};
    auto files = made_again(*proposal.start, *proposal.whole, head);
    if (!files) return tl::unexpected(files.error());
    return Effect{false, *std::move(files), {}};
}

std::vector<base::Text> blocked_by(Workspace& workspace, const OpenProposal& proposal) {
    std::vector<base::Text> reasons;
    if (base::sha256_hex(terms_text(proposal.terms())) != proposal.row.terms)
        reasons.push_back({"what is shown is no longer word for word what was proposed; renew the proposal",
                           "ما يُعرض لم يعد مطابقاً حرفياً لما اقتُرح؛ جدّد المقترح"});
    if (proposal.row.against != proposal.plan.row.baseline)
        reasons.push_back(
            {"another version was approved since; renew the proposal", "اعتُمدت نسخة أخرى بعد ذلك؛ جدّد المقترح"});
    if (lacks_dates(proposal.version, *proposal.whole))
        reasons.push_back({"its dates have not been worked out yet", "لم تُحسب تواريخه بعد"});
    const auto effect = effect_of(workspace, proposal);
    if (!effect)
        reasons.push_back(report::fill({"it clashes with what was changed since: {}", "يتعارض مع ما تغيّر بعد ذلك: {}"},
                                       effect.error().message));
    for (const std::string& side : releasing_sides(*proposal.start, *proposal.whole))
        if (proposal.signature_of(side, "disclose") == nullptr) reasons.push_back(released_not_confirmed(side));
    const std::vector<base::Text> texts = unsignable(*proposal.after);
    for (std::size_t i = 0; i < std::min(texts.size(), most_sentences); ++i) reasons.push_back(texts[i]);
    constexpr base::Noun more{"more reason", "more reasons", "سبب واحد آخر", "سببان آخران",
                              "سببين آخرين", "أسباب أخرى",   "سبباً آخر",     "سبب آخر"};
    if (texts.size() > most_sentences)
        reasons.push_back(base::counted(more, static_cast<std::int64_t>(texts.size() - most_sentences)));
    return reasons;
}

}  // namespace masar::app
