#pragma once
// `merge-runs`: the parts of one simulation, made on several machines, into the run that one machine would have made.
#include "base/doors.h"
#include "forecast/tally.h"

#include <string>
#include <vector>

namespace masar::app {

/// Fails (usage) by name of the file: another question, samples in two parts, samples in none.
[[nodiscard]] base::Result<forecast::Tally> merge_runs(const base::FileDoor& files,
                                                       const std::vector<std::string>& paths);

}  // namespace masar::app
