#pragma once
// What every side of a plan may read: the only thing that sides can sign together, because each signs what it sees.
#include "app/workspace/snapshot.h"

namespace masar::app {

/// The copy of the copy, side after side in the plan's order.
[[nodiscard]] SnapshotPtr common_view(const SnapshotPtr& whole);

}  // namespace masar::app
