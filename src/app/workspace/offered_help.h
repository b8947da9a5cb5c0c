#pragma once
// What would help most, as it is offered on pages: each step can be tried, and then keeps what it promises.
#include "app/workspace/snapshot.h"
#include "base/progress.h"
#include "plan/help_step.h"

namespace masar::app {

/// Options that need nobody else to move; where there are none, options for which others move as little as can be (but not at earliest
/// dates, where people and money are not looked at). Nothing for a large plan, where it takes longer than a page waits.
[[nodiscard]] std::vector<plan::HelpStep> offered_help(const SnapshotPtr& seen, const plan::Timetable& dates,
                                                       const base::StopFlag* stop = nullptr);

/// False: there is nothing to choose from, or nothing to pass, and no need to look.
[[nodiscard]] bool may_be_helped(const Snapshot& seen, const plan::Timetable& dates);

}  // namespace masar::app
