#pragma once
// An explanation in an order that tells nothing of what is withheld.
#include "report/reader.h"

namespace masar::report {

/// The search comes upon statements in an order that may hang on what the reader does not read: those come last, and the others by what they
/// are. For whoever reads the whole plan as it is.
[[nodiscard]] plan::Explanation in_plain_order(plan::Explanation explanation, const Reader& reader);

}  // namespace masar::report
