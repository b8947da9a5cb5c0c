#include "report/diagnostic_json.h"
#include "report/diagnostic_text.h"

#include "base/json_writer.h"
#include "base/version.h"

#include <algorithm>
#include <set>

namespace masar::report {
namespace {

using base::Diagnostic;
using base::JsonWriter;

void write_message(JsonWriter& json, std::string_view text) {
    json.key("message").begin_object().field("text", text).end_object();
}

/// RFC 3986: SARIF wants a URI reference, and file names may hold anything.
std::string uri_of(std::string_view name) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~/";
    std::string uri;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || plain.find(c) != std::string_view::npos)
            uri += c;
        else
            (((uri += '%') += hex[byte >> 4]) += hex[byte & 15]);
    }
    return uri;
}

void write_location(JsonWriter& json, const base::Place& place, const base::Sources& sources) {
    json.key("physicalLocation").begin_object();
    json.key("artifactLocation").begin_object().field("uri", uri_of(sources.name_of(place))).end_object();
    if (place.known()) {
        json.key("region").begin_object().field("startLine", static_cast<std::int64_t>(place.line));
        if (place.column > 0)
            json.field("startColumn", static_cast<std::int64_t>(place.column))
                .field("endColumn", static_cast<std::int64_t>(std::max(place.end_column, place.column)) + 1);
        json.end_object();
    }
    json.end_object();
}

void write_driver(JsonWriter& json, const base::Diagnostics& diagnostics) {
    std::set<std::string> codes;
    for (const Diagnostic& each : diagnostics) codes.insert(each.code);
    json.key("tool").begin_object().key("driver").begin_object();
    json.field("name", "masar").field("version", base::version).key("rules").begin_array();
    for (const std::string& code : codes) json.begin_object().field("id", code).end_object();
    json.end_array().end_object().end_object();
}

void write_result(JsonWriter& json, const Diagnostic& diagnostic, const base::Sources& sources,
                  base::Language language) {
    std::string message = diagnostic.message.in(language);
    if (!diagnostic.hint.empty()) message += " (" + diagnostic.hint.in(language) + ")";
    json.begin_object().field("ruleId", diagnostic.code).field("level", keyword(diagnostic.severity));
    write_message(json, message);
    json.key("locations").begin_array();
    if (!sources.name_of(diagnostic.place).empty()) {
        json.begin_object();
        write_location(json, diagnostic.place, sources);
        json.end_object();
    }
    json.end_array();
    if (!diagnostic.related.empty()) {
        json.key("relatedLocations").begin_array();
        for (const base::Related& each : diagnostic.related) {
            json.begin_object();
            write_location(json, each.place, sources);
            write_message(json, each.message.in(language));
            json.end_object();
        }
        json.end_array();
    }
    json.end_object();
}

}  // namespace

std::string diagnostics_sarif(const base::Diagnostics& diagnostics, const base::Sources& sources,
                              base::Language language) {
    JsonWriter json;
    json.begin_object().field("$schema", "https://json.schemastore.org/sarif-2.1.0.json").field("version", "2.1.0");
    json.key("runs").begin_array().begin_object();
    write_driver(json, diagnostics);
    json.field("columnKind", "unicodeCodePoints").field("language", language == base::Language::ar ? "ar" : "en-US");
    json.key("results").begin_array();
    for (const Diagnostic& each : diagnostics) write_result(json, each, sources, language);
    return json.end_array().end_object().end_array().end_object().take();
}

}  // namespace masar::report
