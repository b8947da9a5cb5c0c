#pragma once
// The file that `bench` writes line by line and resumes from. CSV: instance, status, objective, bound, critical_path, seconds,
// schedules, conflicts, seed.
#include "app/bench.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

[[nodiscard]] std::string results_heading();
[[nodiscard]] std::string results_line(const InstanceLine& line);
/// Lines that are cut off (the run was killed while writing) or unreadable are left out: their instances are solved again.
[[nodiscard]] std::vector<InstanceLine> read_results(std::string_view csv);

}  // namespace masar::app
