#pragma once
// A proposal with everything that its decisions hang on, read once.
#include "app/workspace/terms.h"
#include "app/workspace/workspace.h"

#include <optional>

namespace masar::app {

struct OpenProposal {
    OpenPlan plan;
    store::ProposalRow row;
    store::VersionRow version;
    SnapshotPtr whole;     ///< what is proposed
    SnapshotPtr start;     ///< what the change was made from; the same as `whole` when the draft itself is proposed
    SnapshotPtr baseline;  ///< what was approved last; null = nothing
    SnapshotPtr before, after;  ///< the same two as all sides read them
    std::vector<store::SignatureRow> signatures;

    [[nodiscard]] bool is_open() const { return row.state == "open"; }
    /// The signature of the side that counts; null when there is none.
    [[nodiscard]] const store::SignatureRow* signature_of(std::string_view side, std::string_view kind = "sign") const;
    [[nodiscard]] TermsOf terms() const;
};

/// Refuses what the actor may not see as if there were none.
[[nodiscard]] Outcome<OpenProposal> open_proposal(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                  std::int64_t number);

/// Whose records it releases to others, and so whose disclosure role has to confirm it.
[[nodiscard]] std::vector<std::string> releasing_sides(const Snapshot& before, const Snapshot& after);
/// Whether it releases and does nothing else: then that confirmation is enough.
[[nodiscard]] bool only_releases(const Snapshot& before, const Snapshot& after);

/// What a proposal becomes when everybody has signed it.
struct Effect {
    bool head_stays = false;  ///< what is proposed is part of what is worked on already
    PlanFiles files;          ///< of the new head
    std::string dates;        ///< that belong to these files; empty = they follow
};
/// Refused when the plan has gone on and the changes clash.
[[nodiscard]] Outcome<Effect> effect_of(Workspace& workspace, const OpenProposal& proposal);

/// Why nobody may sign it as it stands; empty = it may be signed.
[[nodiscard]] std::vector<base::Text> blocked_by(Workspace& workspace, const OpenProposal& proposal);

}  // namespace masar::app
