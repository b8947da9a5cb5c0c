#pragma once
// Entries of the log about notes: that there is one, never what it says.
#include "base/text.h"
#include "store/rows.h"

namespace masar::app {

[[nodiscard]] inline bool is_about_note(const store::EventRow& event) {
    return event.kind == "note" || event.kind.starts_with("note-");
}
[[nodiscard]] base::Text note_sentence(const store::EventRow& event);

}  // namespace masar::app
