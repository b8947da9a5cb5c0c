#include "problem/link_bound.h"

#include <algorithm>

namespace masar::problem {
namespace {

const WorkTime& calendar_of(const Problem& problem, const Link& link) {
    return problem.data().work_times[static_cast<std::size_t>(link.calendar)];
}

/// How many days after the working day found the bound lies: a bound on a finish is exclusive.
Day exclusive(const Link& link) { return link.to_anchor == Anchor::finish ? 1 : 0; }

/// The day D(index) as a bound. One day before day 0 is still told apart from further back: its exclusive end is day 0.
Day bound_day(const WorkTime& calendar, std::int32_t index, Day shift) {
    if (index < 0) return index == -1 ? -1 + shift : -1;
    const Day day = calendar.nth(index);
    return day == never ? never : day + shift;
}

Day clamped(Day day) { return std::clamp(day, -1, never); }

Day every_day_shift(const Link& link) {
    return link.from_anchor == Anchor::start && link.to_anchor == Anchor::finish ? link.lag + 1 : link.lag;
}

/// x with the working days before x + offset counting to `count`, the latest such x.
Day latest_with_count(const WorkTime& calendar, std::int32_t count, Day offset) {
    if (count < 0) return -1;
    const Day day = calendar.nth(count);
    return day == never ? never : std::max(day - offset, -1);
}

/// The working days counted before the predecessor's event, as the table in problem.h has it: n(x + offset).
/// A positive lag from a start begins to count on the day after it; a negative one from a finish on its last day.
Day event_offset(const Link& link) {
    if (link.from_anchor == Anchor::start) return link.lag > 0 ? 1 : 0;
    return link.to_anchor == Anchor::finish && link.lag < 0 ? -1 : 0;
}

/// Only finish→start counts the successor's own day as the (k+1)-th; the others reach the k-th.
std::int32_t index_step(const Link& link) {
    const bool to_start_of_next = link.from_anchor == Anchor::finish && link.to_anchor == Anchor::start;
    return !to_start_of_next && link.lag > 0 ? link.lag - 1 : link.lag;
}

/// Links without lag that look at the same kind of event do not count at all.
bool counts_days(const Link& link) {
    return link.lag != 0 || (link.from_anchor == Anchor::finish && link.to_anchor == Anchor::start);
}

/// The latest event of the predecessor with b <= target, for targets from -1 on.
Day latest_within(const WorkTime& calendar, const Link& link, Day target) {
    if (target >= never) return never;
    if (calendar.every_day() || !counts_days(link)) return clamped(target - every_day_shift(link));
    // b <= target means that the working day reached is one of the first `reachable`.
    const Day days = target + 1 - exclusive(link);
    const std::int32_t reachable = days < 0 ? -1 : calendar.count_before(days);
    return latest_with_count(calendar, reachable - 1 - index_step(link), event_offset(link));
}

}  // namespace

Day link_bound(const Problem& problem, const Link& link, Span from) {
    const Day event = link.from_anchor == Anchor::start ? from.start : from.end;
    if (event >= never) return never;
    const WorkTime& calendar = calendar_of(problem, link);
    if (calendar.every_day() || !counts_days(link)) return clamped(event + every_day_shift(link));
    return bound_day(calendar, calendar.count_before(event + event_offset(link)) + index_step(link), exclusive(link));
}

Day link_inverse(const Problem& problem, const Link& link, Day target) {
    return target < 0 ? -1 : latest_within(calendar_of(problem, link), link, target);
}

Day link_needed(const Problem& problem, const Link& link, Day target) {
    if (target < 0) return 0;
    if (target >= never) return never;
    const Day latest_short = latest_within(calendar_of(problem, link), link, target - 1);
    return latest_short == never ? never : latest_short + 1;
}

bool holds(const Problem& problem, const Link& link, Span from, Span to) {
    const Day bound = link_bound(problem, link, from);
    const Day event = link.to_anchor == Anchor::start ? to.start : to.end;
    return link.sense == Sense::at_least ? event >= bound : event <= bound;
}

}  // namespace masar::problem
