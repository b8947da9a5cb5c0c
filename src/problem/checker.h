#pragma once
// The independent checker. It trusts nothing and shares no code with the engine: every constraint is computed again from the
// instance, day by day. Nothing is shown as a schedule that fits before it has passed here.
#include "problem/schedule.h"

#include <cstdint>
#include <vector>

namespace masar::problem {

enum class BreachKind : std::uint8_t {
    shape,         ///< wrong number of starts, a mode that does not exist, a mandatory activity not chosen
    not_working,   ///< starts on a day off
    window_start,  ///< before earliest_start
    window_end,    ///< after latest_end or the horizon
    forbidden,     ///< a day in a forbidden interval
    fixed,         ///< moved although fixed
    link,          ///< `what` = index of the link
    pool,          ///< `what` = pool; first_day.. of one overloaded stretch, amount = worst excess over capacity
    budget,        ///< `what` = budget, `period` = period, amount = excess over the limit
    reservoir,     ///< `what` = reservoir, first day below the minimum or above the maximum
    group,         ///< `what` = group
    firm_gate,     ///< `what` = gate, amount = days late
    goal,          ///< `what` = outcome goal, amount = what is missing
};

struct Breach {
    BreachKind kind = BreachKind::shape;
    std::int32_t activity = -1;  ///< for kinds about one activity
    std::int32_t what = -1;
    std::int32_t period = -1;
    Day first_day = 0;
    Day last_day = 0;         ///< inclusive
    std::int64_t amount = 0;  ///< by how much: days, units, money

    bool operator==(const Breach&) const = default;
};

/// Everything broken, in the order of the enumeration, then by index, then by day. Empty = the schedule holds.
/// Soft gates are not breaches. A fixed activity answers for `fixed` only, not for windows and days off: what happened,
/// happened; its links, pools and budgets count. Activities with a wrong shape, or before day 0, take
/// no further part.
/// An overloaded stretch may bridge days on which no activity that needs the pool works. O(activities × days + links).
[[nodiscard]] std::vector<Breach> check(const Problem& problem, const Schedule& schedule);

}  // namespace masar::problem
