#pragma once
// A file or a folder → the files of one plan, in the order in which they are read: plan.yaml, the other *.yaml by name, then
// sides/<side>/*.yaml by side and name.
#include "base/doors.h"
#include "planfile/read_plan.h"

#include <string_view>
#include <vector>

namespace masar::planfile {

/// Fails only for the outside world: nothing there, not readable, a folder without plan.yaml. Names are relative to the folder.
[[nodiscard]] base::Result<std::vector<InputFile>> gather(const base::FileDoor& files, std::string_view path);

/// The side in whose folder a file of this name is: "uae" of "sides/uae/budget.yaml"; empty for shared files.
[[nodiscard]] std::string side_folder(std::string_view name);
/// The files that a plan was read from, once more. It must hold its sources.
[[nodiscard]] std::vector<InputFile> files_of(const plan::Plan& plan);

}  // namespace masar::planfile
