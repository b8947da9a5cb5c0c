#pragma once
// What Cairo 1.16 cannot say about a PDF: its language, and that its title names the window.
#include "base/text.h"

#include <string>

namespace masar::paper {

/// Adds the catalogue once more with /Lang and /ViewerPreferences, as an incremental update (ISO 32000-1, 7.5.6): nothing that is there
/// moves. Bytes that are no PDF of Cairo's come back as they are.
[[nodiscard]] std::string with_language(std::string pdf, base::Language language);

}  // namespace masar::paper
