#pragma once
// Records by what people call them: id, or name in either language.
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

struct NamedRecord {
    std::string_view id;
    base::Text name;
};
/// Of a top-level key that tables refer to: "organisations", "lines-of-effort", …; empty for others.
[[nodiscard]] std::vector<NamedRecord> named_records(const plan::Plan& plan, std::string_view section);

/// The one with this id or name after normalised_for_search; nullptr when there is none, or several with the name.
[[nodiscard]] const NamedRecord* find_named(const std::vector<NamedRecord>& records, std::string_view words);
/// The ids of those that may have been meant, nearest first, at most `most`.
[[nodiscard]] std::vector<std::string> near_records(const std::vector<NamedRecord>& records, std::string_view words,
                                                    std::size_t most);

/// "cyber-course" of "Cyber course (2nd)": small letters, digits and hyphens, beginning with a letter, at most 40; `otherwise` when
/// nothing is left of it.
[[nodiscard]] std::string id_from_name(std::string_view name, std::string_view otherwise);

}  // namespace masar::app
