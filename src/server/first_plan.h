#pragma once
// The roadmap that a server begins with: the one given, or the shipped example, which is part of the program.
#include "base/doors.h"

#include <map>
#include <string>
#include <vector>

namespace masar::server {

/// The files of the shipped example by their paths within its folder.
[[nodiscard]] std::map<std::string, std::string> shipped_example();

/// The ids of the sides of the plan at `path`; of the shipped example when it is empty. Fails when it cannot be read.
[[nodiscard]] base::Result<std::vector<std::string>> sides_of_plan(const base::FileDoor& files,
                                                                   const std::string& path);

}  // namespace masar::server
