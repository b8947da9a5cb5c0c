#pragma once
// On which days an activity may start: calendar, forbidden intervals and horizon together. Behind first_start and last_start
// of passes.h, which always mind the forbidden intervals.
#include "problem/problem.h"

namespace masar::problem {

enum class Forbidden : std::uint8_t { minded, ignored };

/// One activity in one mode, asked for the starts that it allows.
class StartDays {
public:
    StartDays(const Problem& problem, std::int32_t activity, std::int32_t mode, Forbidden forbidden);

    /// First allowed start >= `from`, or whose end is >= `end`; `never` if none.
    [[nodiscard]] Day first_from(Day from) const { return settle_forward(calendar_.next(from > 0 ? from : 0)); }
    [[nodiscard]] Day first_reaching(Day end) const { return settle_forward(calendar_.start_reaching(end, duration_)); }
    /// Last allowed start <= `start`, or whose end is <= `end`; -1 if none, `never` when both time and bound are endless.
    [[nodiscard]] Day last_by(Day start) const;
    [[nodiscard]] Day last_ending_by(Day end) const { return settle_back(calendar_.start_for(end, duration_)); }
    [[nodiscard]] Day end_of(Day start) const { return calendar_.end_of(start, duration_); }

private:
    [[nodiscard]] Day settle_forward(Day start) const;
    [[nodiscard]] Day settle_back(Day start) const;

    const WorkTime& calendar_;
    const std::vector<Interval>* forbidden_ = nullptr;
    Day horizon_;
    std::int32_t duration_;
};

}  // namespace masar::problem
