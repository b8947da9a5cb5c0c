#pragma once
// Notes that are new to somebody: written by others since a moment, on records that they read.
#include "app/workspace/workspace.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace masar::app {

/// Latest first, `at_most` of them.
[[nodiscard]] Outcome<std::vector<store::NoteRow>> new_notes(Workspace& workspace, const Actor& actor,
                                                             const OpenPlan& open, base::Moment after,
                                                             std::size_t at_most);

/// At most 140 characters of it.
[[nodiscard]] std::string beginning_of(const std::string& text);

/// By section and id: a text that changes with the notes of the record that the actor reads, and with nothing else.
using NoteStates = std::map<std::pair<std::string, std::string>, std::string>;
[[nodiscard]] base::Result<NoteStates> note_states(const store::Tables& kept, const Actor& actor, const OpenPlan& open);

}  // namespace masar::app
