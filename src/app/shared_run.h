#pragma once
// One simulation by several processes: each takes a range of samples, rank 0 adds the tallies up, and the sum has the bytes that one
// process would have given.
#include "base/ranks.h"
#include "forecast/simulate.h"

namespace masar::app {

/// Rank 0: the whole tally; the others: their own part, which is for nobody to show. Fails when a part failed.
[[nodiscard]] base::Result<forecast::Tally> simulate_shared(const forecast::Situation& situation,
                                                            const forecast::SimulationOptions& options,
                                                            const forecast::SimulationRun& run, base::Ranks& ranks);

}  // namespace masar::app
