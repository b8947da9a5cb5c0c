#pragma once
// The jobs that bring dates after the text: started by the server itself after every change, one for a plan or proposal at a time, and
// followed by everybody who sees the plan.
#include "app/workspace/dates_job.h"
#include "app/workspace/runs.h"

namespace masar::app {

/// Starts it where dates lack and none is at it, in the place of one that began before the plan went on. Gives the one that is, "" = none.
std::string follow_dates(Runs& runs, Workspace& workspace, std::string_view plan, const DatesWanted& wanted = {});

/// The one that waits or runs; "" = none.
[[nodiscard]] std::string dates_job(const Workspace& workspace, std::string_view plan, std::int64_t proposal = 0);

/// When the server starts: for everything that was left behind.
[[nodiscard]] Outcome<void> follow_all_dates(Runs& runs, Workspace& workspace);

}  // namespace masar::app
