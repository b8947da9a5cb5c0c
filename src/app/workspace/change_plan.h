#pragma once
// Changes of records and fields, all or none, as the next version of a plan.
#include "app/workspace/change_request.h"
#include "app/workspace/save_texts.h"

namespace masar::app {

/// A record that is no longer as the editor saw it comes back as `changed_meanwhile` with what it says now. What the editor may not read
/// stays as it is: lists and maps of which they see a part are changed by what they changed of that part.
[[nodiscard]] Outcome<SavedTexts> change_plan(Workspace& workspace, const Actor& actor, std::string_view plan,
                                              const ChangeRequest& request);

/// The texts after the changes, saved nowhere: for previews and proposals. Rights of ownership are not asked here.
[[nodiscard]] Outcome<PlanFiles> changed_files(const OpenPlan& open, const Actor& actor,
                                               const std::vector<Change>& changes);

/// What is new by the changes never meets an id that the actor may not know of (make_room.h); true: open the plan again.
[[nodiscard]] Outcome<bool> room_for(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                     const std::vector<Change>& changes);

}  // namespace masar::app
