#pragma once
// Dates follow the text: those of before where they still hold, else new ones that move as little as can be; at first the best.
#include "app/workspace/snapshot.h"
#include "base/progress.h"
#include "engine/solve.h"
#include "plan/difference.h"
#include "plan/replanning.h"

namespace masar::app {

enum class DatesState : std::uint8_t { none, current, stale };
[[nodiscard]] std::string_view word_of(DatesState state);

struct FollowedDates {
    std::string dates;  ///< what `schedule -o` writes
    DatesState state = DatesState::none;
};

/// Counted, so that the same edit gives the same dates.
struct DateEffort {
    std::int64_t schedules = 0;  ///< 0 = the engine's own limits
    std::optional<std::int64_t> conflicts;
    std::int32_t threads = 1;
    std::uint64_t seed = 1;
    const base::StopFlag* stop = nullptr;
    base::Progress* progress = nullptr;
};
/// The same for the engine.
[[nodiscard]] engine::Run run_of(const DateEffort& effort);

/// Without searching: the old dates, when the checker finds nothing wrong with them under the new text that was not wrong before;
/// otherwise the old dates as stale.
/// `now`: the new text with the old dates. Dates that were stale and still break something stay so.
[[nodiscard]] FollowedDates kept_dates(const Snapshot& before, const Snapshot& now,
                                       const std::vector<plan::Difference>& differences, DatesState state_before);

/// What dates break that the others did not, or break further.
[[nodiscard]] std::vector<plan::Violation> more_broken(const plan::Timetable& dates,
                                                       const std::optional<plan::Timetable>& others);
[[nodiscard]] bool breaks_more(const plan::Timetable& dates, const std::optional<plan::Timetable>& others);

/// By searching: dates for the text of `now`, as near to the dates it has (of some earlier text, or none) as can be. Where nothing holds,
/// the old dates with what they break, when every activity has one; nothing (state none) when the plan has errors.
[[nodiscard]] FollowedDates found_dates(const Snapshot& now, const DateEffort& effort);

/// Whether searching is quick enough for somebody to wait for it.
[[nodiscard]] bool is_quick(const Snapshot& before);
/// The effort that is spent on a plan while somebody waits: less on a large one, where each schedule takes longer.
[[nodiscard]] DateEffort quick_effort(const Snapshot& plan);

}  // namespace masar::app
