#pragma once
// Edits by somebody who sees a part: what they do not see stays, and is not learnt from what happens.
#include "app/workspace/refusal.h"
#include "app/workspace/snapshot.h"
#include "planfile/edit_plan.h"

namespace masar::app {

/// The edit of what is seen as an edit of the whole. Refused when it would overwrite a value that is withheld, or take away a record
/// parts of which are.
[[nodiscard]] Outcome<planfile::PlanEdit> edit_of_seen(const Snapshot& whole, const Snapshot& seen,
                                                       planfile::PlanEdit edit);

/// `whole` changed by what `wanted` changes of `seen`: entries of maps by key, items of lists by what they say.
[[nodiscard]] planfile::WrittenValue merged_value(const planfile::WrittenValue& whole,
                                                  const planfile::WrittenValue& seen,
                                                  const planfile::WrittenValue& wanted);

}  // namespace masar::app
