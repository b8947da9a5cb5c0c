#pragma once
// `generate`: a roadmap of any size for tests and benchmarks, with the averages of the example: two sides, both languages, 1.2 links,
// 2.8 needs of 3.4 units, 30 working days, windows of about ten months, costs shared between two funds, approvals, effects. It is
// drawn around a hidden schedule that takes 80 % of every capacity and every ceiling, so it can be scheduled without a violation.
#include "app/hidden_schedule.h"

#include <cstdint>
#include <string>

namespace masar::app {

struct GenerateOptions {
    std::int64_t activities = 117;
    std::uint64_t seed = 1;
};

/// The text of a plan file: at least 700 bytes an activity. Same options, same bytes. O(activities × durations).
[[nodiscard]] std::string generate_roadmap(const GenerateOptions& options);
/// The schedule around which it is drawn.
[[nodiscard]] HiddenSchedule schedule_behind(const GenerateOptions& options);

}  // namespace masar::app
