#pragma once
// What would help most, as it is offered on pages: each step can be tried, and then keeps what it promises.
#include "app/workspace/snapshot.h"

namespace masar::app {

/// Options that need nobody else to move; where there are none, options for which others move as little as can be (but not at earliest
/// dates, where people and money are not looked at). Nothing for a large plan, where it takes longer than a page waits.
[[nodiscard]] std::vector<plan::HelpStep> offered_help(const Snapshot& seen, const plan::Timetable& dates);

}  // namespace masar::app
