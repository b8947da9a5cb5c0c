#pragma once
// What a plan's new dates are, measured from a baseline: what is frozen, what moves and why, and what other answers there are.
#include "plan/timetable.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::plan {

struct Move {
    ActivityIndex activity;
    std::optional<calendar::Date> from;  ///< start in the baseline; none = it was not dated there
    std::optional<calendar::Date> to;    ///< none = left out now
    int days = 0;                        ///< calendar days later; negative = earlier
    enum class Cause : std::uint8_t {
        forced,    ///< at its old date it would break `reasons`, everything else being where it is now
        together,  ///< `reasons` were broken by the old dates of all together
        aim,       ///< it could have stayed: it moves so that an aim is met better
        added,     ///< not in the baseline
    };
    Cause cause = Cause::forced;
    std::vector<Violation> reasons;
};

/// One way to trade punctuality for stability: no schedule is better in one without being worse in the other.
struct FrontPoint {
    std::int64_t moved = 0;             ///< activities
    std::int64_t shift_days = 0;        ///< in all
    std::vector<std::int64_t> aims;     ///< values of the plan's aims, in their order; smaller is better
    std::optional<calendar::Date> end;  ///< last finish
    int late_days = 0;                  ///< of all gates
    bool proven = false;                ///< that no schedule with so few moves does better, and none as good moves less
    bool answered = false;              ///< the timetable shown is this one
};

struct Replanning {
    Timetable timetable;
    calendar::Date today;
    std::int64_t compared = 0;          ///< activities with a date in the baseline
    std::vector<ActivityIndex> frozen;  ///< begun, done, or of the past by the baseline
    std::vector<Move> moves;            ///< by new start; those left out last
    std::vector<FrontPoint> front;      ///< fewest moves first
    bool whole_front = false;           ///< every point is there
    std::vector<std::string> gone;      ///< ids in the baseline that the plan no longer has
};

}  // namespace masar::plan
