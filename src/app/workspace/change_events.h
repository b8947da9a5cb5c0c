#pragma once
// What a new version changes, as each side sees it, and the events that keep it.
#include "app/workspace/snapshot.h"
#include "plan/difference.h"
#include "store/rows.h"

namespace masar::app {

/// By record and field; whole records also field by field, so that each can be told to whoever may read it.
[[nodiscard]] std::vector<plan::Difference> differences_between(const Snapshot& before, const Snapshot& after);

/// One event per difference, readable by the sides that see the very same difference between their copies; and for what a side sees
/// otherwise (a list of which it may not read everything, a record that is newly released to it) one of its own, of kind "seen-…",
/// which is left out where the whole is read. Plan, version, batch, time and author are for the caller to fill in.
[[nodiscard]] std::vector<store::EventRow> change_events(const Snapshot& before, const Snapshot& after);

/// The event as a difference, for its sentence.
[[nodiscard]] plan::Difference difference_of(const store::EventRow& event);
[[nodiscard]] inline bool seen_by_one_side(const store::EventRow& event) { return event.kind.starts_with("seen-"); }

}  // namespace masar::app
