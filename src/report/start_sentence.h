#pragma once
// "Why here?" in a sentence: what holds an activity where it is.
#include "base/text.h"
#include "plan/start_reason.h"
#include "report/reader.h"

#include <string>
#include <string_view>

namespace masar::report {

/// "It follows Charter (charter), which finishes on 4 March 2027; on 9 March 2027 too few Interpreters (interp) are free". Without
/// reasons: that it could start earlier, as far as the reader is told.
[[nodiscard]] base::Text why_here(const plan::Plan& plan, plan::ActivityIndex activity,
                                  const std::vector<plan::StartReason>& reasons, const Reader& reader);

/// Stable keyword of the JSON: "follows", "pool".
[[nodiscard]] std::string_view keyword(plan::StartReason::Kind kind);
/// Id of the record that the reason speaks of; empty when it is the activity itself or the plan.
[[nodiscard]] std::string reason_id(const plan::Plan& plan, plan::ActivityIndex activity,
                                    const plan::StartReason& reason);
/// Heading of that record in the plan file: "resources".
[[nodiscard]] std::string_view reason_section(plan::StartReason::Kind kind);

}  // namespace masar::report
