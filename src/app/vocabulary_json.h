#pragma once
// The plan file's vocabulary for forms: which fields each kind of record has, what stands in them, and what they are called.
#include <string>

namespace masar::app {

/// {"kinds": [{"kind", "section", "label", "keywords": [{"name", "form", "arrangement", "kind", "presence", "key_form", "key_kind", "options",
/// "label"}]}]}; forms and kinds by the names of planfile/keyword.h.
[[nodiscard]] std::string vocabulary_json();

}  // namespace masar::app
