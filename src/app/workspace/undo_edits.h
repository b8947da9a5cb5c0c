#pragma once
// Undo and redo, for each person of their own edits.
#include "app/workspace/save_texts.h"

namespace masar::app {

/// What undo and redo would do; nothing = there is nothing.
struct UndoState {
    std::optional<base::Text> undo, redo;
};

[[nodiscard]] Outcome<UndoState> undo_state(Workspace& workspace, const Actor& actor, std::string_view plan);

/// The last own edit that is still in force. When nobody else touched what it changed, the texts are afterwards what they were, to the byte.
[[nodiscard]] Outcome<SavedTexts> undo_edit(Workspace& workspace, const Actor& actor, std::string_view plan);
/// The last one that was undone, as long as no new edit was made since.
[[nodiscard]] Outcome<SavedTexts> redo_edit(Workspace& workspace, const Actor& actor, std::string_view plan);

}  // namespace masar::app
