#pragma once
// Notes stay with their record: under another id, and in a sandbox that is kept.
#include "app/workspace/actor.h"
#include "store/tables.h"

#include <vector>

namespace masar::app {

/// Where the events of an edit give a record another id, its notes get it, too. That is known by what it leaves, whoever did it and
/// however (an edit, its undo, a proposal, room made for another): one record gone and one come in a section, with the same fields.
[[nodiscard]] base::Result<void> move_notes(store::Tables& kept, std::int64_t plan,
                                            const std::vector<store::EventRow>& events);

/// Copies the notes of a sandbox; those written for the owner's side are the owner's now.
[[nodiscard]] base::Result<void> take_notes_along(store::Tables& kept, std::int64_t sandbox, const store::PlanRow& to,
                                                  const Actor& owner);

}  // namespace masar::app
