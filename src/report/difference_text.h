#pragma once
// What `diff` found, for people and for programs.
#include "base/json_writer.h"
#include "base/text.h"
#include "plan/difference.h"

#include <string>
#include <vector>

namespace masar::report {

/// "~ activity gov-003: duration changes from 15/25/45wd to 20/25/45wd", one line each (never wrapped: a tool may read them), then
/// a count.
[[nodiscard]] std::string differences_text(const std::vector<plan::Difference>& differences, base::Language language);
/// {"differences": [{"kind": "added|removed|changed", "section", "id", "field", "before", "after"}]}
void write_difference(base::JsonWriter& json, const plan::Difference& difference);
[[nodiscard]] std::string differences_json(const std::vector<plan::Difference>& differences);

}  // namespace masar::report
