#pragma once
// The JSON of `explain`.
// status, minimal, conflict[{kind, id, file, line, text{en, ar}}], repairs[{kind, id, from, to, text}] of the first clash, then mended,
// more[{minimal, conflict, repairs}], reached[], criteria[], stopped. A withheld member has kind, id, file and line null.
#include "report/reader.h"

#include <string>

namespace masar::report {

[[nodiscard]] std::string explanation_json(const plan::Plan& plan, const plan::Explanation& explanation,
                                           const Reader& reader);

}  // namespace masar::report
