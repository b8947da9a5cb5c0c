#pragma once
// Who may change what: a side its own records and the shared ones, each role its part of them.
#include "app/workspace/actor.h"
#include "app/workspace/record_index.h"
#include "app/workspace/refusal.h"
#include "plan/difference.h"

#include <optional>
#include <string_view>
#include <vector>

namespace masar::app {

/// Whether the role may change it, whosever it is; releases aside.
[[nodiscard]] bool role_may_change(Roles roles, const FieldName& name);
/// Whether it says to whom something is released.
[[nodiscard]] bool is_release(const FieldName& name);

/// The first change that the actor may not make; the records before and after it say whose records they are. A change of what belongs to
/// the other side is refused with the hint to propose it, a release without the disclosure role with the hint to ask for it.
[[nodiscard]] std::optional<Refusal> first_forbidden(const Actor& actor, const RecordIndex& before,
                                                     const RecordIndex& after,
                                                     const std::vector<plan::Difference>& differences);

/// Whether the actor may change at least some field of the record.
[[nodiscard]] bool may_edit(const Actor& actor, const RecordIndex& records, std::string_view section,
                            std::string_view id);

}  // namespace masar::app
