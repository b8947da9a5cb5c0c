#pragma once
// The proposals of a plan, and whose word each still wants.
#include "app/workspace/workspace.h"
#include "report/views/overview_view.h"

namespace masar::app {

struct ProposalLine {
    store::ProposalRow row;
    std::vector<std::string> signed_by, waiting_for;  ///< ids of sides; nobody is waited for once it is decided
    bool of_release = false;                          ///< waits for the disclosure role of the side whose it is
};

/// Those that the actor may read, as they were made.
[[nodiscard]] Outcome<std::vector<ProposalLine>> proposal_list(Workspace& workspace, const Actor& actor,
                                                               std::string_view plan);

/// The open ones; and of these, those that wait for the actor: by side and role.
[[nodiscard]] std::vector<report::WaitingDecision> open_decisions(const std::vector<ProposalLine>& lines);
[[nodiscard]] std::vector<report::WaitingDecision> waiting_for(const Actor& actor,
                                                               const std::vector<ProposalLine>& lines);

}  // namespace masar::app
