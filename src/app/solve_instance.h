#pragma once
// `solve`: one file of a public benchmark format, read, solved, checked.
#include "base/doors.h"
#include "engine/solve.h"
#include "report/benchmark.h"

#include <string_view>

namespace masar::app {

/// A benchmark file as a problem; the Error says which file, and the line when it is malformed.
[[nodiscard]] base::Result<problem::Problem> read_instance_file(const base::FileDoor& files, std::string_view path);

/// Solves and checks. An answer that fails the checker is a broken promise of the engine: it comes back as "unknown" with
/// `refused` set, so that nobody ever sees it as a schedule.
struct SolvedInstance {
    report::InstanceResult result;
    std::optional<problem::Schedule> schedule;  ///< has passed the checker
    bool refused = false;
};
[[nodiscard]] SolvedInstance solve_instance(const problem::Problem& problem, std::string_view name,
                                            const engine::Run& run);

/// File name without folder and extension: how bounds files name an instance.
[[nodiscard]] std::string_view stem_of(std::string_view path);

}  // namespace masar::app
