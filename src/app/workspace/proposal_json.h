#pragma once
// Proposals, decisions and differences as the interface tells them.
#include "app/workspace/decision_list.h"
#include "app/workspace/decisions.h"
#include "app/workspace/proposal_list.h"

namespace masar::app {

/// {"proposals": [{"number", "title", "state", "made_by": {"role", "side"}, "at", "signed": [sides], "waiting": [sides]}]}
[[nodiscard]] std::string proposals_json(const std::vector<ProposalLine>& lines);

/// One line of the list with "note", "differences": [{"sentence", "section", "id"}], "dates_moved": [{"activity", "name", "from", "to",
/// "days"}], "gates": {"before", "after"} (report/views/gate_json.h), "texts": {"en", "ar"} (exactly what is signed), "hash", "signatures":
/// [{"kind", "side", "role", "deputy", "at", "hash", "comment", "void": {"why", "at"} or null}], "blocked": [{"sentence"}],
/// "changed_since_my_last": [{"sentence"}], "may_sign", "may_withdraw", "may_disclose"
[[nodiscard]] std::string proposal_json(const ProposalView& view);

/// {"differences": [{"sentence": {"en", "ar"}, "section", "id"}]}
[[nodiscard]] std::string differences_json(const std::vector<TermsLine>& lines);

/// {"decisions": [{"number", "at", "kind", "proposal", "title", "side", "role", "deputy", "comment", "terms", "voided": [sides], "hash",
/// "previous"}]}
[[nodiscard]] std::string decisions_json(const std::vector<SeenDecision>& decisions);

}  // namespace masar::app
