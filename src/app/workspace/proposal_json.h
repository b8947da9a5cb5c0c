#pragma once
// Proposals, decisions and differences as the interface tells them.
#include "app/workspace/decision_list.h"
#include "app/workspace/decisions.h"
#include "app/workspace/proposal_list.h"

namespace masar::app {

/// {"proposals": [{"number", "title", "state", "made_by": {"role", "side"}, "at", "signed": [sides], "waiting": [sides]}]}
[[nodiscard]] std::string proposals_json(const std::vector<ProposalLine>& lines);

/// As many differences and moved dates as a page shows at once; the others are asked for.
inline constexpr std::size_t lines_at_once = 100;

/// Which lines of a proposal: those from `from` on, of one section or ("") of all.
struct LinesAsked {
    std::string section;
    std::size_t from = 0, count = lines_at_once;
};

/// {"total", "from", "differences": [{"sentence", "section", "id"}]}; and {"total", "from", "dates_moved": […]}
[[nodiscard]] std::string proposal_lines_json(const ProposalView& view, const LinesAsked& asked);
[[nodiscard]] std::string proposal_dates_json(const ProposalView& view, const LinesAsked& asked);

/// One line of the list with "note", "dates_state", "dates_job" (null: none is under way), "summary": [{"section", "added", "removed",
/// "changed"}] (records), the first "differences": [{"sentence", "section", "id"}] of "differences_total", the first "dates_moved":
/// [{"activity", "name", "from", "to", "days"}] of "dates_moved_total", "gates": {"before", "after"} (report/views/gate_json.h), "texts": {"en", "ar"} (exactly what is signed), "hash", "signatures":
/// [{"kind", "side", "role", "deputy", "at", "hash", "comment", "void": {"why", "at"} or null}], "blocked": [{"sentence"}],
/// "changed_since_my_last": [{"sentence"}], "may_sign", "may_withdraw", "may_disclose"
[[nodiscard]] std::string proposal_json(const ProposalView& view, const std::string& dates_job);

/// {"differences": [{"sentence": {"en", "ar"}, "section", "id"}]}
[[nodiscard]] std::string differences_json(const std::vector<TermsLine>& lines);

/// {"decisions": [{"number", "at", "kind", "proposal", "title", "side", "role", "deputy", "comment", "terms", "voided": [sides], "hash",
/// "previous"}]}
[[nodiscard]] std::string decisions_json(const std::vector<SeenDecision>& decisions);

}  // namespace masar::app
