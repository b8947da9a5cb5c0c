#pragma once
// Working time in integers: which days of the horizon are worked. Day 0 is the problem's first day; the room knows no dates.
// n(x) = number of working days before day x; D(i) = the i-th working day (0-based). Every query is O(1).
#include <cstdint>
#include <vector>

namespace masar::problem {

using Day = std::int32_t;

/// Stands for "after every day of the horizon"; also the unlimited deadline.
constexpr Day never = 0x3FFFFFFF;

class WorkTime {
public:
    /// Every day is worked, without end: the time of the public benchmark formats.
    WorkTime() = default;
    /// `worked[d]` tells whether day d is worked. What does not fit into the horizon answers `never`.
    explicit WorkTime(const std::vector<bool>& worked);

    [[nodiscard]] bool every_day() const { return before_.empty(); }
    [[nodiscard]] Day horizon() const { return every_day() ? never : static_cast<Day>(before_.size()) - 1; }
    /// n(day): working days in [0, day). Days outside the horizon count as not worked.
    [[nodiscard]] std::int32_t count_before(Day day) const;
    /// D(index); `never` past the last one, -1 below the first.
    [[nodiscard]] Day nth(std::int32_t index) const;
    [[nodiscard]] bool works(Day day) const { return every_day() || count_before(day + 1) > count_before(day); }
    /// First working day ≥ day.
    [[nodiscard]] Day next(Day day) const { return every_day() ? day : nth(count_before(day)); }
    /// Exclusive end of `duration` working days that start on the working day `start`; `start` itself for duration 0.
    [[nodiscard]] Day end_of(Day start, std::int32_t duration) const;
    /// Latest working day on which `duration` working days can start so that they end by the exclusive `end`; -1 if none.
    [[nodiscard]] Day start_for(Day end, std::int32_t duration) const;
    /// Earliest working day on which `duration` working days can start so that their exclusive end is >= `end`; `never` if none.
    [[nodiscard]] Day start_reaching(Day end, std::int32_t duration) const;

private:
    std::vector<std::int32_t> before_;  ///< n(x) for x in [0, horizon]; empty = every day
    std::vector<Day> days_;             ///< D(i)
};

}  // namespace masar::problem
