#pragma once
// The roadmap that a server begins with: the one given, or the shipped example, which is part of the program.
#include "app/workspace/roadmaps.h"
#include "base/doors.h"

#include <string>

namespace masar::server {

/// The files of the shipped example by their paths within its folder.
[[nodiscard]] app::PlanFiles shipped_example();

/// Puts the plan at `path` among the roadmaps, unless it is there; without a path the shipped example, if there is no roadmap at all.
/// Fails when it cannot be read.
[[nodiscard]] base::Result<void> keep_first_plan(app::Workspace& workspace, const base::FileDoor& files,
                                                 const std::string& path);

}  // namespace masar::server
