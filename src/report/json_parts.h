#pragma once
// Pieces of JSON that several shapes share: absent values are null, never zero or "".
#include "base/json_writer.h"
#include "base/sources.h"
#include "base/text.h"
#include "plan/plan.h"

#include <optional>
#include <string>

namespace masar::report {

/// {"en": …, "ar": …}; null when both are empty.
void write_text(base::JsonWriter& json, std::string_view key, const base::Text& text);
/// "file" and "line".
void write_file_and_line(base::JsonWriter& json, const base::Place& place, const base::Sources& sources);
void write_date(base::JsonWriter& json, std::string_view key, const std::optional<calendar::Date>& day);

/// "shown_to": the side of whose released copy an answer is made; null = of everything.
void write_shown_to(base::JsonWriter& json, const plan::Plan& plan, plan::SideIndex side);

[[nodiscard]] inline std::optional<std::string> text_or_none(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}
/// Lines and columns are counted from 1; 0 is none.
[[nodiscard]] inline std::optional<std::int64_t> known_or_none(std::uint32_t number) {
    return number == 0 ? std::nullopt : std::optional<std::int64_t>(number);
}

}  // namespace masar::report
