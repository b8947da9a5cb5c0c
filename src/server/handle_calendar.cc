#include "server/handle_calendar.h"

#include "app/workspace/calendar_links.h"
#include "base/json_writer.h"
#include "server/json_body.h"
#include "server/refused.h"

#include <charconv>

namespace masar::server {

Answer<HttpResponse> handle_add_calendar(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"plan"});
    const std::string plan = fields.text("plan");
    if (fields.wrong()) return fields.problem();
    const auto link = app::add_calendar_link(site.services.workspace, visit.presence->actor, plan);
    if (!link) return refused(link.error());
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("id", std::to_string(link->id));
    json.field("url", "/api/v1/calendar/" + link->token + ".ics").end_object();
    HttpResponse response;
    response.status = 201;
    response.body = body_of(json.take());
    return response;
}

Answer<HttpResponse> handle_end_calendar(Site& site, const Visit& visit) {
    const std::string& text = visit.place("id");
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size()) return refuse(ProblemCode::not_found);
    const auto done = app::revoke_calendar_link(site.services.workspace, visit.presence->actor, id);
    if (!done) return refused(done.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

Answer<HttpResponse> handle_calendar(Site& site, const Visit& visit) {
    std::string_view token = visit.place("file");
    constexpr std::string_view ending = ".ics";
    if (!token.ends_with(ending)) return refuse(ProblemCode::not_found);
    token.remove_suffix(ending.size());
    auto text = app::calendar_text(site.services.workspace, {token, visit.request.language});
    if (!text) return refused(text.error());
    HttpResponse response;
    response.body = body_of(*std::move(text));
    response.type = "text/calendar; charset=utf-8";
    response.cache = "private, no-cache";
    return response;
}

}  // namespace masar::server
