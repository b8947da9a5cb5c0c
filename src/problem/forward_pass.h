#pragma once
// The forward half of run_passes (passes.h).
#include "problem/passes.h"

namespace masar::problem {

/// The mode that the options give an activity; Schedule::not_chosen when it is left out.
[[nodiscard]] std::int32_t mode_taken(const Problem& problem, const PassOptions& options, std::int32_t activity);

/// Earliest dates, makespan and contradiction; the latest dates stay empty. The least fixed point of "no earlier than every
/// link asks": one sweep in topological order, then a worklist (Bellman 1958, Ford 1956) where maximal lags push back.
[[nodiscard]] Passes run_forward_pass(const Problem& problem, const PassOptions& options);

}  // namespace masar::problem
