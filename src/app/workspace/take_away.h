#pragma once
// A roadmap as something to take away, as its reader reads it: the plan's files, and the report.
#include "app/workspace/workspace.h"

namespace masar::app {

/// A ZIP archive of the plan folder, with the dates as dates.json (`schedule -o`) when there are any; same plan, same bytes.
[[nodiscard]] Outcome<std::string> plan_archive(Workspace& workspace, const Actor& actor, std::string_view plan);

struct ReportAsked {
    std::string_view plan;
    base::Language language = base::Language::en;  ///< first one; the page holds both
};
/// Refused while there are no dates.
[[nodiscard]] Outcome<std::string> plan_report(Workspace& workspace, const Actor& actor, const ReportAsked& asked);

}  // namespace masar::app
