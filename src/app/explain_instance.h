#pragma once
// Why an instance of a benchmark format has no schedule, by kind and index of what it states.
#include "engine/solve.h"
#include "report/benchmark.h"

namespace masar::app {

/// Of an instance that is known to be infeasible; nothing when the run's limits did not suffice to prove it again.
[[nodiscard]] std::optional<report::InstanceConflict> explain_instance(const problem::Problem& problem,
                                                                       const engine::Run& run);

}  // namespace masar::app
