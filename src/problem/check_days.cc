#include "problem/check_days.h"

#include <algorithm>

namespace masar::problem::checking {
namespace {

Day after(Day day) { return day == never ? never : day + 1; }

Day finish_to_start(const WorkTime& calendar, Day end, std::int32_t lag) {
    return lag >= 0 ? nth_on_or_after(calendar, end, lag + 1) : nth_before(calendar, end, -lag);
}

Day start_to_start(const WorkTime& calendar, Day start, std::int32_t lag) {
    if (lag == 0) return start;
    return lag > 0 ? nth_on_or_after(calendar, start + 1, lag) : nth_before(calendar, start, -lag);
}

Day finish_to_finish(const WorkTime& calendar, Day end, std::int32_t lag) {
    if (lag == 0) return end;
    return after(lag > 0 ? nth_on_or_after(calendar, end, lag) : nth_before(calendar, end - 1, -lag));
}

}  // namespace

Day nth_on_or_after(const WorkTime& calendar, Day day, std::int32_t n) {
    if (day >= never) return never;
    if (calendar.every_day()) return static_cast<Day>(std::min<std::int64_t>(std::int64_t{day} + n - 1, never));
    for (Day d = std::max(day, 0); d < calendar.horizon(); ++d) {
        if (calendar.works(d) && --n == 0) return d;
    }
    return never;
}

Day nth_before(const WorkTime& calendar, Day day, std::int32_t n) {
    if (calendar.every_day()) return day - n;
    for (Day d = std::min(day, calendar.horizon()) - 1; d >= 0; --d) {
        if (calendar.works(d) && --n == 0) return d;
    }
    return -n;
}

Day end_by_walking(const WorkTime& calendar, Day start, std::int32_t duration) {
    return duration == 0 ? start : after(nth_on_or_after(calendar, start, duration));
}

Day bound_by_walking(const WorkTime& calendar, const Link& link, const Placed& from) {
    const Day event = link.from_anchor == Anchor::start ? from.start : from.end;
    if (event >= never) return never;
    if (link.from_anchor == Anchor::finish) {
        return link.to_anchor == Anchor::start ? finish_to_start(calendar, event, link.lag)
                                               : finish_to_finish(calendar, event, link.lag);
    }
    const Day day = start_to_start(calendar, event, link.lag);
    return link.to_anchor == Anchor::start ? day : after(day);
}

}  // namespace masar::problem::checking
