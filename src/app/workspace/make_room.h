#pragma once
// A new id never meets one that its author may not know of, so that no answer tells that it is taken. Ids of what one side alone reads
// begin with the id of that side and a hyphen, and others' ids do not; where a record of the other side has another id all the same (it
// came with the plan's files), it gives way: its owner finds it under a new id, references and dates with it.
#include "app/workspace/workspace.h"

namespace masar::app {

/// `wanted`: the plan as the author sees it, with what is new. Refuses ids as said above; true: records gave way, open the plan again.
[[nodiscard]] Outcome<bool> make_room(Workspace& workspace, const Actor& author, const OpenPlan& open,
                                      const Snapshot& wanted);

}  // namespace masar::app
