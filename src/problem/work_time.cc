#include "problem/work_time.h"

#include <algorithm>

namespace masar::problem {

WorkTime::WorkTime(const std::vector<bool>& worked) {
    before_.reserve(worked.size() + 1);
    before_.push_back(0);
    for (std::size_t day = 0; day < worked.size(); ++day) {
        if (worked[day]) days_.push_back(static_cast<Day>(day));
        before_.push_back(static_cast<std::int32_t>(days_.size()));
    }
}

std::int32_t WorkTime::count_before(Day day) const {
    if (day <= 0) return 0;
    if (every_day()) return day;
    const auto position = static_cast<std::size_t>(day);
    return position < before_.size() ? before_[position] : before_.back();
}

Day WorkTime::nth(std::int32_t index) const {
    if (index < 0) return -1;
    if (every_day()) return std::min(index, never);
    const auto position = static_cast<std::size_t>(index);
    return position < days_.size() ? days_[position] : never;
}

Day WorkTime::end_of(Day start, std::int32_t duration) const {
    if (duration == 0 || start >= never) return start;
    if (every_day()) return std::min(start + duration, never);
    const Day last = nth(count_before(start) + duration - 1);
    return last == never ? never : last + 1;
}

Day WorkTime::start_for(Day end, std::int32_t duration) const {
    if (end < 0) return -1;
    if (every_day()) return end >= never ? never : std::max(end - duration, -1);
    // A milestone may stand on the day that `end` names; work must be over before it.
    if (duration == 0) return nth(count_before(end + 1) - 1);
    return nth(count_before(end) - duration);
}

Day WorkTime::start_reaching(Day end, std::int32_t duration) const {
    if (duration == 0) return next(std::max(end, 0));
    if (end >= never) return never;
    if (every_day()) return std::max(end - duration, 0);
    const std::int32_t first = std::max(count_before(end - 1) - duration + 1, 0);
    return nth(first + duration - 1) == never ? never : nth(first);
}

}  // namespace masar::problem
