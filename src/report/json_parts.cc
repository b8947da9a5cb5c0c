#include "report/json_parts.h"

namespace masar::report {

void write_text(base::JsonWriter& json, std::string_view key, const base::Text& text) {
    json.key(key);
    if (text.empty()) {
        json.null();
        return;
    }
    json.begin_object();
    json.field_or_null("en", text_or_none(text.en)).field_or_null("ar", text_or_none(text.ar));
    json.end_object();
}

void write_file_and_line(base::JsonWriter& json, const base::Place& place, const base::Sources& sources) {
    json.field_or_null("file", text_or_none(std::string(sources.name_of(place))));
    json.field_or_null("line", known_or_none(place.line));
}

void write_date(base::JsonWriter& json, std::string_view key, const std::optional<calendar::Date>& day) {
    json.key(key);
    if (day)
        json.value(calendar::to_iso(*day));
    else
        json.null();
}

void write_shown_to(base::JsonWriter& json, const plan::Plan& plan, plan::SideIndex side) {
    json.field_or_null("shown_to", side.known() ? std::optional(plan.sides[side.at()].id) : std::nullopt);
}

}  // namespace masar::report
