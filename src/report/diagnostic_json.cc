#include "report/diagnostic_json.h"

#include "report/diagnostic_text.h"
#include "report/json_parts.h"

#include <algorithm>

namespace masar::report {
namespace {

using base::Diagnostic;
using base::JsonWriter;

void write_place(JsonWriter& json, const base::Place& place, const base::Sources& sources) {
    write_file_and_line(json, place, sources);
    json.field_or_null("column", known_or_none(place.column))
        .field_or_null("end_column", known_or_none(place.end_column));
}

void write_related(JsonWriter& json, const Diagnostic& diagnostic, const base::Sources& sources) {
    json.key("related").begin_array();
    for (const base::Related& each : diagnostic.related) {
        json.begin_object();
        write_place(json, each.place, sources);
        write_text(json, "message", each.message);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string diagnostics_json(const base::Diagnostics& diagnostics, const base::Sources& sources) {
    JsonWriter json;
    json.begin_object();
    for (const auto severity : {base::Severity::error, base::Severity::warning, base::Severity::note})
        json.field(std::string(keyword(severity)) + "s",
                   static_cast<std::int64_t>(std::ranges::count(diagnostics, severity, &Diagnostic::severity)));
    json.key("diagnostics").begin_array();
    for (const Diagnostic& each : diagnostics) {
        json.begin_object().field("severity", keyword(each.severity)).field("code", each.code);
        write_place(json, each.place, sources);
        write_text(json, "message", each.message);
        write_text(json, "hint", each.hint);
        json.field_or_null("record", text_or_none(each.record)).field_or_null("lint", text_or_none(each.lint));
        write_related(json, each, sources);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace masar::report
