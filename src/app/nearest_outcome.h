#pragma once
// Where the criteria cannot be met: how near one comes.
#include "app/outcome_question.h"
#include "engine/solve.h"

#include <optional>

namespace masar::app {

/// The schedule that closes the greatest part, to a 64th, of what every goal lacks under the dates before: of all goals the same part.
/// None where not even the dates before hold.
[[nodiscard]] std::optional<problem::Schedule> nearest_outcome(const OutcomeQuestion& question, const engine::Run& run);

}  // namespace masar::app
