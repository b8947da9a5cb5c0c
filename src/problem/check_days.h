#pragma once
// The checker's own arithmetic: it walks from day to day and asks only whether a day is worked. Slow on purpose where the
// engine is clever, so that one mistake cannot hide in both.
#include "problem/problem.h"

#include <vector>

namespace masar::problem::checking {

/// An activity as the checker sees it. `part` = it is chosen and its shape is right.
struct Placed {
    bool part = false;
    Day start = 0;
    Day end = 0;  ///< `never` when its work does not fit into its calendar
    const Mode* mode = nullptr;
};

using Placement = std::vector<Placed>;

/// The n-th (n >= 1) working day on or after `day`; `never` when the calendar ends before.
[[nodiscard]] Day nth_on_or_after(const WorkTime& calendar, Day day, std::int32_t n);
/// The n-th (n >= 1) working day before `day`; minus the number of days missing when the calendar begins after.
[[nodiscard]] Day nth_before(const WorkTime& calendar, Day day, std::int32_t n);
[[nodiscard]] Day end_by_walking(const WorkTime& calendar, Day start, std::int32_t duration);
/// The day b that the link speaks of (Link in problem.h), by walking; `never` past the calendar, negative before day 0.
[[nodiscard]] Day bound_by_walking(const WorkTime& calendar, const Link& link, const Placed& from);

}  // namespace masar::problem::checking
