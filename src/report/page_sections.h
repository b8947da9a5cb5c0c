#pragma once
// The sections of the page, in reading order; each answers one question. Empty text when there is nothing to say.
#include "report/page_context.h"

namespace masar::report {

[[nodiscard]] std::string summary_section(const PageContext& page);      ///< is it on track?
[[nodiscard]] std::string violations_section(const PageContext& page);   ///< what does not fit
[[nodiscard]] std::string preferences_section(const PageContext& page);  ///< wishes not kept, and what that costs
[[nodiscard]] std::string gates_section(const PageContext& page);
[[nodiscard]] std::string forecast_section(const PageContext& page);  ///< how surely
[[nodiscard]] std::string schedule_section(const PageContext& page);  ///< the Gantt by line of effort
[[nodiscard]] std::string people_section(const PageContext& page);
[[nodiscard]] std::string money_section(const PageContext& page);
[[nodiscard]] std::string outcomes_section(const PageContext& page);
[[nodiscard]] std::string deadlines_section(const PageContext& page);   ///< approvals and legal notices counted back
[[nodiscard]] std::string activities_section(const PageContext& page);  ///< every date
[[nodiscard]] std::string commitments_section(const PageContext& page);
[[nodiscard]] std::string provenance_section(const PageContext& page);  ///< how every number was obtained

/// The finding, gates, money, what needs a decision and the lines of effort in time, on one sheet.
[[nodiscard]] std::string brief_sections(const PageContext& page);

}  // namespace masar::report
