#pragma once
// Dates for a plan whose text has left them behind: what a job computes when that takes longer than somebody waits.
#include "app/workspace/follow_dates.h"
#include "app/workspace/wish.h"
#include "app/workspace/workspace.h"

namespace masar::app {

/// Dates that are missing or stale: of a plan, or of one of its proposals.
struct DatesWanted {
    std::int64_t proposal = 0;  ///< 0 = the plan itself
    Wish wish = {};             ///< from which the proposal was made: room has to be found for its days and options
};
/// As parameters of the job that brings them: {"proposal", "wish": {"changes", "pins", "options"}}.
[[nodiscard]] Outcome<DatesWanted> wanted_from_json(const boost::json::object& parameters);
[[nodiscard]] boost::json::object wanted_to_json(const DatesWanted& wanted);

/// Whether they are missing or stale although the version could be dated.
[[nodiscard]] bool lacks_dates(const store::VersionRow& version, const Snapshot& whole);

/// Computes dates for the text as it stands and keeps them, unless the text has changed meanwhile: then nothing is kept, and they are
/// still wanted.
[[nodiscard]] Outcome<DatesState> bring_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                              const DateEffort& effort);

/// The same for a proposal whose dates are not worked out: it is dated under the same number, with new terms, as long as it was not replaced
/// meanwhile. Refused where its wish does not fit.
struct DatesOfProposal {
    const DatesWanted& wanted;
    const DateEffort& effort;
};
[[nodiscard]] Outcome<DatesState> bring_proposal_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                                       const DatesOfProposal& asked);

/// Dates that somebody chose (a schedule, an improvement, a replanning) as those of the plan. Refused when they are not dates of this
/// text, or when they break what the dates before did not.
[[nodiscard]] Outcome<DatesState> take_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                             const std::string& dates);

}  // namespace masar::app
