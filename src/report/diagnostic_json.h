#pragma once
// Diagnostics for programs: our own JSON, and SARIF 2.1.0 (OASIS) for code hosts and editors.
#include "base/diagnostic.h"
#include "base/sources.h"

#include <string>

namespace masar::report {

/// {"errors", "warnings", "notes", "diagnostics": [{"severity", "code", "file", "line", "column", "end_column", "message": {en,
/// ar}, "hint": {en, ar} or null, "record", "lint", "related": [{"file", "line", "column", "message"}]}]}
[[nodiscard]] std::string diagnostics_json(const base::Diagnostics& diagnostics, const base::Sources& sources);
/// Columns are code points and ends exclusive, as SARIF wants them.
[[nodiscard]] std::string diagnostics_sarif(const base::Diagnostics& diagnostics, const base::Sources& sources,
                                            base::Language language);

}  // namespace masar::report
