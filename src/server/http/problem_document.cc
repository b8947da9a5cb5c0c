#include "server/http/problem_document.h"

#include "base/json_writer.h"

namespace masar::server {
namespace {

void write_unless_empty(base::JsonWriter& json, std::string_view name, const std::string& text) {
    if (!text.empty()) json.field(name, text);
}

void write_part(base::JsonWriter& json, const ProblemPart& part, base::Language language) {
    json.begin_object().field("code", part.code);
    write_unless_empty(json, "section", part.section);
    write_unless_empty(json, "id", part.id);
    write_unless_empty(json, "field", part.field);
    json.field("message", part.message.in(language));
    write_unless_empty(json, "hint", part.hint.in(language));
    json.end_object();
}

std::string document(const Problem& problem, base::Language language) {
    const ProblemKind& kind = kind_of(problem.code);
    const base::Text title{std::string(kind.title_en), std::string(kind.title_ar)};
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object();
    json.field("type", "urn:masar:problem:" + std::string(kind.word)).field("title", title.in(language));
    json.field("status", kind.status);
    json.field("detail", problem.detail.empty() ? title.in(language) : problem.detail.in(language));
    json.field("code", kind.word);
    write_unless_empty(json, "field", problem.field);
    write_unless_empty(json, "hint", problem.hint.in(language));
    if (!problem.parts.empty()) {
        json.key("errors").begin_array();
        for (const ProblemPart& part : problem.parts) write_part(json, part, language);
        json.end_array();
    }
    std::string text = json.end_object().take();
    for (const auto& [name, value] : problem.members)
        text.insert(text.size() - 1, "," + base::json_quoted(name) + ":" + value);
    return text;
}

}  // namespace

tl::unexpected<Problem> refuse(ProblemCode code, base::Text detail, std::string field, base::Text hint) {
    Problem problem{code, std::move(detail), std::move(field), std::move(hint)};
    return tl::unexpected<Problem>(std::move(problem));
}

tl::unexpected<Problem> refuse_because(const base::Error& error, ProblemCode code, std::string field) {
    return refuse(code, error.message, std::move(field), error.hint);
}

HttpResponse response_of(const Problem& problem, base::Language language) {
    HttpResponse response;
    response.status = kind_of(problem.code).status;
    response.type = "application/problem+json; charset=utf-8";
    response.body = body_of(document(problem, language));
    response.with("Content-Language", std::string(base::code(language)));
    if (problem.retry_seconds > 0) response.with("Retry-After", std::to_string(problem.retry_seconds));
    if (!problem.allow.empty()) response.with("Allow", problem.allow);
    return response;
}

}  // namespace masar::server
