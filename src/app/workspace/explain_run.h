#pragma once
// A job that says why something cannot be had, or why a gate's criterion fails although everything is on time, and what would help.
#include "app/workspace/run_kinds.h"

namespace masar::app {

/// {"gate"?, "activity"?, "by"?, "criteria"?} → report/json_explanation.h with "changes" on each repair, and "help" (help_json.h).
[[nodiscard]] Outcome<RunWork> explain_run(const boost::json::object& parameters);

}  // namespace masar::app
