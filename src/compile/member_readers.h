#pragma once
// Who may read a statement of a conflict: all that may read every record that it speaks of.
#include "plan/explanation.h"

namespace masar::compile {

/// Sides by index, rising; the reader's own question is read by all.
[[nodiscard]] std::vector<plan::SideIndex> readers_of_member(const plan::Plan& plan,
                                                             const plan::ConflictMember& member);
/// What a side wrote in its own folder (sides/<id>/…) is its own; nothing for a place in the shared frame.
[[nodiscard]] plan::SideIndex owner_by_file(const plan::Plan& plan, const base::Place& place);

}  // namespace masar::compile
