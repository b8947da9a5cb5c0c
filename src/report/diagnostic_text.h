#pragma once
// Diagnostics as people read them: place, severity, code, sentence; the line they are about, carets under the span by display
// width, the repair behind the carets; places that belong to the story; and one line that counts.
#include "base/diagnostic.h"
#include "base/sources.h"

#include <string>

namespace masar::report {

enum class Colours : bool { off, on };

struct DiagnosticStyle {
    base::Language language = base::Language::en;
    Colours colours = Colours::off;
};

/// "plan.yaml:14:13-19 error MSR0207: unknown resource 'planers'" and what follows.
[[nodiscard]] std::string diagnostic_text(const base::Diagnostic& diagnostic, const base::Sources& sources,
                                          const DiagnosticStyle& style);
/// All of them in the order given, an empty line between, and the summary.
[[nodiscard]] std::string diagnostics_text(const base::Diagnostics& diagnostics, const base::Sources& sources,
                                           const DiagnosticStyle& style);
/// "2 errors, 1 warning"; "nothing to report" when there is nothing.
[[nodiscard]] base::Text diagnostics_summary(const base::Diagnostics& diagnostics);

/// "plan.yaml:14:13-19"; "plan.yaml:14:13" for one column; empty for no place.
[[nodiscard]] std::string place_text(const base::Place& place, const base::Sources& sources);
[[nodiscard]] base::Text name_of(base::Severity severity);
[[nodiscard]] std::string_view keyword(base::Severity severity);

}  // namespace masar::report
