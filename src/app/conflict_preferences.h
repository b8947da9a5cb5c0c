#pragma once
// What a reader would rather be told of a clash, as orders of a plan's statements, the most wanted first: see engine::ConflictLimits.
#include "app/plan_question.h"

namespace masar::app {

/// Several opinions, of which the one that leads to the shortest clash counts. `dropped`: statements that do not hold.
[[nodiscard]] std::vector<std::vector<std::int32_t>> conflict_preferences(const StatedQuestion& question,
                                                                          const std::vector<std::int32_t>& dropped);

}  // namespace masar::app
