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

/// As typed; empty = not said.
struct PaperWords {
    std::string size;         ///< a4 (also when empty) or a3
    std::string brief, both;  ///< true or false
};
/// The same on paper (report_paper.h), or as a brief of one sheet. Refuses a word that means nothing (wrong_field: its name).
[[nodiscard]] Outcome<std::string> plan_paper(Workspace& workspace, const Actor& actor, const ReportAsked& asked,
                                              const PaperWords& words);

}  // namespace masar::app
