#pragma once
// An explanation in a terminal: the answer first, then what clashes, then what would mend it.
#include "report/reader.h"

#include "base/text.h"

#include <string>

namespace masar::report {

[[nodiscard]] std::string explanation_text(const plan::Plan& plan, const plan::Explanation& explanation,
                                           const Reader& reader, base::Language language);

/// The one thing to know: it fits, it is late, it cannot be done.
[[nodiscard]] base::Text headline(const plan::Explanation& explanation, const plan::Plan& plan);
/// "ind-rdy-01 is only 0.61 on 2030-09-30, where gate-3 wants at least 0.65", and what would be needed.
[[nodiscard]] base::Text sentence(const plan::FailedCriterion& failed, const plan::Plan& plan, const Reader& reader);
[[nodiscard]] base::Text sentence(const plan::Reached& reached, const plan::Plan& plan);

}  // namespace masar::report
