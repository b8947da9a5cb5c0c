#pragma once
// The JSON of `explain`.
// status, minimal, conflict[{kind, section, id, file, line, text{en, ar}}], repairs[{kind, id, from, to, text}] of the first clash, then mended,
// more[{minimal, conflict, repairs}], reached[], criteria[], stopped. A withheld member has kind, section, id, file and line null. The effort
// (conflicts) is told to whoever holds the whole plan.
#include "report/reader.h"

#include <functional>
#include <string>

namespace masar::report {

/// The members of the object, into one that is open: status, minimal, conflict, …
struct ExplanationTelling {
    const Reader& reader;
    /// More about each repair that is told, such as what to write into the plan; may be empty.
    std::function<void(base::JsonWriter&, const plan::Repair&)> about_repair = {};
    /// Further facts behind a criterion that is told: items of the same list; may be empty.
    std::function<void(base::JsonWriter&, const plan::FailedCriterion&)> behind_criterion = {};
    /// File and line in the whole plan's text; who reads a copy of it has other lines.
    bool places = true;
};
void write_explanation(base::JsonWriter& json, const plan::Plan& plan, const plan::Explanation& explanation,
                       const ExplanationTelling& telling);

[[nodiscard]] std::string explanation_json(const plan::Plan& plan, const plan::Explanation& explanation,
                                           const Reader& reader);

}  // namespace masar::report
