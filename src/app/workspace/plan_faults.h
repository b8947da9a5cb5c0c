#pragma once
// The errors of a version by the record and field that they stand in, for those who work on records and not on lines.
#include "app/workspace/refusal.h"
#include "app/workspace/snapshot.h"

namespace masar::app {

/// Where a place of the text lies.
struct FieldSpot {
    std::string section, id, field;
};
[[nodiscard]] FieldSpot spot_at(const planfile::PlanText& text, const base::Place& place);

[[nodiscard]] PlanFault fault_of(const Snapshot& snapshot, const base::Diagnostic& diagnostic);
/// Errors of `after` that `before` has not, wherever they stand now.
[[nodiscard]] std::vector<PlanFault> new_faults(const Snapshot& before, const Snapshot& after);

}  // namespace masar::app
