#pragma once
// What a note may say, and who reads it.
#include "app/workspace/workspace.h"

#include <string>
#include <string_view>

namespace masar::app {

inline constexpr std::size_t longest_note = 4000;          // characters
inline constexpr std::ptrdiff_t most_notes_of_side = 500;  // on one record

/// As it is kept: lines end in \n, no spaces around. Refuses (field "text") what is empty, longer than that, holds control characters or
/// a classification marking, which is not repeated. Marks of reading order stay, as in all prose; whoever shows it shuts them in.
[[nodiscard]] Outcome<std::string> checked_note(std::string_view text);

/// The sides that read the record; empty: there is none that the actor reads.
[[nodiscard]] store::Sides readers_of_record(const OpenPlan& open, const Actor& actor, std::string_view section,
                                             std::string_view id);
/// The id as the plan writes it.
[[nodiscard]] std::string id_as_written(const OpenPlan& open, std::string_view section, std::string_view id);

/// In which role somebody speaks: the first that edits, else the first at all.
[[nodiscard]] std::string speaking_role(const Actor& actor);

}  // namespace masar::app
