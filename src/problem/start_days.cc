#include "problem/start_days.h"

#include <algorithm>

namespace masar::problem {

StartDays::StartDays(const Problem& problem, std::int32_t activity, std::int32_t mode, Forbidden forbidden)
    : calendar_(problem.calendar_of(activity)), horizon_(problem.data().horizon) {
    const Activity& asked = problem.activity(activity);
    duration_ = asked.modes[static_cast<std::size_t>(mode)].duration;
    if (forbidden == Forbidden::minded && asked.forbidden >= 0) {
        forbidden_ = &problem.data().forbidden_sets[static_cast<std::size_t>(asked.forbidden)];
    }
}

Day StartDays::settle_forward(Day start) const {
    while (start < never) {
        const Day end = end_of(start);
        if (end > horizon_) return never;
        if (forbidden_ == nullptr) return start;
        const auto next = std::upper_bound(forbidden_->begin(), forbidden_->end(), start,
                                           [](Day day, const Interval& interval) { return day < interval.to; });
        if (next == forbidden_->end() || next->from >= std::max(end, start + 1)) return start;
        start = calendar_.next(next->to);
    }
    return never;
}

Day StartDays::settle_back(Day start) const {
    if (start < never && end_of(start) > horizon_) start = calendar_.start_for(horizon_, duration_);
    while (start >= 0 && start < never && forbidden_ != nullptr) {
        const Day taken_to = std::max(end_of(start), start + 1);
        const auto after = std::lower_bound(forbidden_->begin(), forbidden_->end(), taken_to,
                                            [](const Interval& interval, Day day) { return interval.from < day; });
        if (after == forbidden_->begin() || std::prev(after)->to <= start) return start;
        // A milestone needs its own day free, so it must stand before the interval's first day.
        const Day free_until = std::prev(after)->from;
        start = calendar_.start_for(duration_ == 0 ? free_until - 1 : free_until, duration_);
    }
    return start;
}

Day StartDays::last_by(Day start) const {
    if (start < 0) return -1;
    if (start >= never) return last_ending_by(never);
    return settle_back(calendar_.nth(calendar_.count_before(start + 1) - 1));
}

}  // namespace masar::problem
