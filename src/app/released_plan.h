#pragma once
// A dated plan as one side may read it: the copy that planfile/released_text.h writes, read again, with the same dates on it.
#include "app/schedule_plan.h"

namespace masar::app {

/// Everything in the result is computed from what `side` may read and from the dates of the activities that it may read: floats, earliest
/// dates, loads, money, what is broken, gates. A capacity that is not released does not bind; a duration that is not released is as long
/// as the dates say. Whether a schedule is proven, and what it took to find it, depends on everybody's limits and is not told.
/// `options` are those that `whole` was loaded with.
[[nodiscard]] DatedPlan released_to(const DatedPlan& whole, plan::SideIndex side, const LoadOptions& options = {});

}  // namespace masar::app
