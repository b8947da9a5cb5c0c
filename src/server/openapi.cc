#include "server/openapi.h"

#include "base/json_writer.h"
#include "base/version.h"
#include "server/embedded_files.h"

#include <algorithm>
#include <map>
#include <vector>

namespace masar::server {
namespace {

using Json = base::JsonWriter;

/// "/{page...}" → "/{page}": OpenAPI has no name for "the rest".
std::string documented_path(std::string_view pattern) {
    std::string path(pattern);
    if (const std::size_t rest = path.find("...}"); rest != std::string::npos) path.erase(rest, 3);
    return path;
}

std::string lower_word(Method method) {
    std::string word(word_of(method));
    std::ranges::transform(word, word.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    return word;
}

void write_parameter(Json& json, std::string_view name, std::string_view place) {
    json.begin_object().field("name", name).field("in", place).field("required", place == "path");
    json.key("schema").begin_object().field("type", "string").end_object().end_object();
}

void write_parameters(Json& json, const Route& route) {
    json.key("parameters").begin_array();
    std::string_view rest = route.pattern;
    while (rest.find('{') != std::string_view::npos) {
        rest.remove_prefix(rest.find('{') + 1);
        const std::string_view name = rest.substr(0, rest.find('}'));
        write_parameter(json, name.substr(0, name.find('.')), "path");
    }
    for (std::string_view names = route.more.query; !names.empty();) {
        const std::size_t end = std::min(names.find(' '), names.size());
        write_parameter(json, names.substr(0, end), "query");
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    if (!is_safe(route.method)) write_parameter(json, "X-CSRF-Token", "header");
    json.end_array();
}

/// `types`: several, with a space between, when the address says which.
void write_content(Json& json, std::string_view types, std::string_view schema) {
    json.key("content").begin_object();
    while (!types.empty()) {
        const std::size_t end = std::min(types.find(' '), types.size());
        json.key(types.substr(0, end)).begin_object().key("schema").begin_object();
        if (schema.empty())
            json.field("type", "string");
        else
            json.field("$ref", "#/components/schemas/" + std::string(schema));
        json.end_object().end_object();
        types.remove_prefix(std::min(end + 1, types.size()));
    }
    json.end_object();
}

std::string_view body_type(Takes takes) {
    switch (takes) {
        case Takes::json: return "application/json";
        case Takes::text: return "application/yaml";
        default: return "application/octet-stream";
    }
}

void write_operation(Json& json, const Route& route) {
    json.key(lower_word(route.method)).begin_object();
    json.field("summary", route.summary);
    if (route.who == Who::anyone) json.key("security").begin_array().end_array();
    if (!route.more.roles.empty()) json.field("description", "For roles: " + std::string(route.more.roles));
    write_parameters(json, route);
    if (route.more.takes != Takes::nothing) {
        json.key("requestBody").begin_object();
        write_content(json, body_type(route.more.takes), route.more.body);
        json.end_object();
    }
    json.key("responses").begin_object().key(std::to_string(route.more.status)).begin_object();
    json.field("description", route.summary);
    if (route.more.status != 204) write_content(json, route.more.type, route.answer);
    json.end_object().key("default").begin_object().field("description", "What went wrong");
    write_content(json, "application/problem+json", "Problem");
    json.end_object().end_object().end_object();
}

void write_security(Json& json) {
    json.key("securitySchemes").begin_object().key("session").begin_object();
    json.field("type", "apiKey").field("in", "cookie").field("name", "masar").end_object().end_object();
}

}  // namespace

std::string openapi_document(std::span<const Route> routes) {
    Json json(Json::Style::compact);
    json.begin_object().field("openapi", "3.1.0");
    json.key("info").begin_object().field("title", "Masar").field("version", base::version).end_object();
    json.key("security").begin_array().begin_object().key("session").begin_array().end_array().end_object().end_array();
    json.key("paths").begin_object();
    std::map<std::string, std::vector<const Route*>> by_path;
    for (const Route& route : routes) by_path[documented_path(route.pattern)].push_back(&route);
    for (const auto& [path, methods] : by_path) {
        json.key(path).begin_object();
        for (const Route* route : methods) write_operation(json, *route);
        json.end_object();
    }
    json.end_object().key("components").begin_object();
    write_security(json);
    std::string text = json.end_object().end_object().take();
    // The schemas are JSON already: they go in as they are, before the two braces that close `components` and the document.
    const EmbeddedFile* schemas = embedded_file("api_schemas.json");
    text.insert(text.size() - 2, ",\"schemas\":" + std::string(schemas->content));
    return text;
}

}  // namespace masar::server
