#pragma once
// Critical-path passes over every kind of link, lag and calendar (Kelley 1961; generalised precedence: Bartusch, Möhring,
// Radermacher 1988). Pools and budgets are ignored. Maximal lags and cycles through them are iterated to the fixed point.
#include "problem/schedule.h"

#include <vector>

namespace masar::problem {

struct PassOptions {
    std::vector<std::int32_t>
        modes;  ///< mode per activity (not_chosen leaves it out); empty = first mode, options left out
    Day latest_finish =
        never;  ///< for the backward pass: exclusive end of the project; `never` = the makespan of the forward pass
    bool windows = true;  ///< whether windows and forbidden intervals take part
};

struct Passes {
    std::vector<Day> earliest_start, earliest_end;  ///< `never` where nothing fits, and for options left out
    std::vector<Day> latest_start, latest_end;  ///< latest_start < earliest_start = negative float; -1 = before day 0
    Day makespan = 0;
    /// Activities on a positive cycle of maximal lags (no dates exist), in order; empty when there are dates.
    std::vector<std::int32_t> contradiction;
};

/// Fixed activities stand where they are; a link that would push them shows as negative float of the pusher.
/// O(links) without maximal lags; with them, worklists until nothing moves.
[[nodiscard]] Passes run_passes(const Problem& problem, const PassOptions& options);

/// Working days (of the activity's own calendar) that the activity may slip: total = without moving the project's end,
/// free = without moving any successor's earliest date.
struct Float {
    std::int32_t total = 0;
    std::int32_t free = 0;
    bool critical = false;  ///< total <= 0 against the project's own end
};
[[nodiscard]] std::vector<Float> floats(const Problem& problem, const Passes& passes, const PassOptions& options);

/// First start >= `from` on a working day such that no day of the mode lies in a forbidden interval; `never` if none ends
/// within the horizon. The window is the caller's business.
[[nodiscard]] Day first_start(const Problem& problem, std::int32_t activity, std::int32_t mode, Day from);
/// Last start whose end is <= the exclusive `end`, likewise; -1 if none.
[[nodiscard]] Day last_start(const Problem& problem, std::int32_t activity, std::int32_t mode, Day end);
/// First start whose exclusive end is >= `end`, likewise (links that bound a finish); `never` if none.
[[nodiscard]] Day first_start_reaching(const Problem& problem, std::int32_t activity, std::int32_t mode, Day end);
/// Last start that is itself <= `start`, likewise (links that bound a start); -1 if none.
[[nodiscard]] Day last_start_by(const Problem& problem, std::int32_t activity, std::int32_t mode, Day start);

}  // namespace masar::problem
