#pragma once
// A number for a question: shards that answer different questions must not be added up.
#include "forecast/simulate.h"

namespace masar::forecast {

/// Of problem, plan, model and options; the range of samples, the lanes and the seed are left out.
[[nodiscard]] std::uint64_t fingerprint_of(const Situation& situation, const SimulationOptions& options);

}  // namespace masar::forecast
