#pragma once
// A dated plan as whoever asks sees it: whole, or the copy that one side may read. Whatever is made of it tells nothing else.
#include "app/simulate_plan.h"

namespace masar::app {

struct SeenPlan {
    DatedPlan dated;
    plan::SideIndex side;  ///< known: it is the copy of this side
};

/// load_and_schedule, then for `options.side` what is released to it; the dates keep everybody's limits. Fails (usage) for an unknown
/// side, and where errors that the side may not read leave nothing to show.
[[nodiscard]] base::Result<SeenPlan> load_as_seen(const base::FileDoor& files, std::string_view path,
                                                  const SimulateOptions& options);

/// Takes out sums over what a copy does not hold: money of other sides as a whole or of everybody, and what is compared with their
/// ceilings. Their funds keep what is released of their spending. An unknown side loses nothing.
void keep_known_sums(plan::SideIndex side, plan::Timetable& timetable);
void keep_known_sums(plan::SideIndex side, plan::Forecast& forecast);

}  // namespace masar::app
