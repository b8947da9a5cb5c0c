#pragma once
// What a proposal says, before anybody has seen it: the draft of the plan, or changes beside it; and whether it can be proposed at all.
#include "app/workspace/decisions.h"
#include "app/workspace/follow_dates.h"

namespace masar::app {

struct ProposalDraft {
    SnapshotPtr whole;
    bool draft_itself = false;
    DatesState dates = DatesState::none;
    base::Text title;      ///< when the content has none
    store::Sides readers;  ///< all sides; of a release the one whose it is, until it is confirmed
};

/// Refuses changes with errors, days and options that do not fit, releases mixed with something else, and what not every side reads. Of a
/// plan for which searching takes long, the dates may be stale.
[[nodiscard]] Outcome<ProposalDraft> draft_of(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                              const ProposalContent& content);

}  // namespace masar::app
