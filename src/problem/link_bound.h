#pragma once
// The day that a link asks for (see Link in problem.h), and its inverse for backward passes.
#include "problem/problem.h"

namespace masar::problem {

/// An activity's events: start and exclusive end.
struct Span {
    Day start = 0;
    Day end = 0;
};

/// b of the link for the predecessor's span; `never` when it lies past the horizon, -1 when it lies before day 0.
[[nodiscard]] Day link_bound(const Problem& problem, const Link& link, Span from);
/// For an at_least link: the latest value of the predecessor's anchor event (start day or exclusive end) with b <= `target`
/// (the successor's anchor event); -1 when there is none. b is monotone in the event, which makes this well defined.
[[nodiscard]] Day link_inverse(const Problem& problem, const Link& link, Day target);
/// For an at_most link: the earliest value of the predecessor's anchor event with b >= `target` (the successor's anchor
/// event); `never` when there is none. What a forward pass asks of the predecessor.
[[nodiscard]] Day link_needed(const Problem& problem, const Link& link, Day target);
/// Whether both spans satisfy the link.
[[nodiscard]] bool holds(const Problem& problem, const Link& link, Span from, Span to);

}  // namespace masar::problem
