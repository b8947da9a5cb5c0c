#pragma once
// Whether this process is one of several under mpirun, and its way to the others.
#include "base/ranks.h"
#include "base/result.h"

#include <memory>

namespace masar::cli {

/// Nothing when it runs by itself. Fails where there are several processes and no module to reach them with (built without MPI).
[[nodiscard]] base::Result<std::unique_ptr<base::Ranks>> join_ranks();

}  // namespace masar::cli
