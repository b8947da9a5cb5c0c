#pragma once
// Dates for a plan whose text has left them behind: what a job computes when that takes longer than somebody waits.
#include "app/workspace/follow_dates.h"
#include "app/workspace/workspace.h"

namespace masar::app {

/// Whether the plan's dates are missing or stale although it could be dated.
[[nodiscard]] bool wants_dates(const OpenPlan& open);

/// Computes dates for the text as it stands and keeps them, unless the text has changed meanwhile: then nothing is kept, and they are
/// still wanted.
[[nodiscard]] Outcome<DatesState> bring_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                              const DateEffort& effort);

/// Dates that somebody chose (a schedule, an improvement, a replanning) as those of the plan. Refused when they are not dates of this
/// text, or when they break what the dates before did not.
[[nodiscard]] Outcome<DatesState> take_dates(Workspace& workspace, const Actor& actor, std::string_view plan,
                                             const std::string& dates);

}  // namespace masar::app
