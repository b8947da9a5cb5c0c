#pragma once
// What would help most, as the overview tells it: found by a job, once for what a reader reads, and known from then on.
#include "app/workspace/runs.h"
#include "report/views/view_source.h"

namespace masar::app {

struct PageHelp {
    std::string list;  ///< JSON (report/views/help_json.h); empty = not known yet
    std::string job;   ///< that looks for it; empty = none does
};

struct HelpAsked {
    const OpenPlan& open;
    report::DatesShown shown;
};
/// What is known; else the server itself asks the job that finds it. No job where there is no room for one now.
[[nodiscard]] PageHelp page_help(Runs& runs, Workspace& workspace, const Actor& actor, const HelpAsked& asked);

/// The job: {"dates": "planned" (also when absent) or "earliest"} → {"help"}.
[[nodiscard]] Outcome<RunWork> help_run(const boost::json::object& parameters);

/// The list for another job's answer: the one that is known, else found now.
[[nodiscard]] std::string help_within(const RunContext& context, report::DatesShown shown);

}  // namespace masar::app
