#include "server/handle_session.h"

#include "app/workspace/roadmaps.h"
#include "base/json_writer.h"
#include "server/cookies.h"
#include "server/http/byte_hash.h"
#include "server/json_body.h"
#include "server/refused.h"

namespace masar::server {
namespace {

void write_account(base::JsonWriter& json, const app::Presence& presence) {
    json.key("account");
    if (!presence.signed_in()) {
        json.null();
        return;
    }
    json.begin_object().field("id", presence.actor.account).field("login", presence.login);
    json.field("display", presence.display).end_object();
}

app::Client client_of(const Visit& visit) {
    return {visit.request.peer, std::string(cookie_value(visit.request, Cookie::session))};
}

}  // namespace

HttpResponse session_response(Site& site, const app::Presence& presence, std::string_view csrf) {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("signed_in", presence.signed_in()).field("sandbox", presence.actor.sandbox);
    write_account(json, presence);
    json.key("side");
    presence.actor.side.empty() ? json.null() : json.value(presence.actor.side);
    json.key("roles").begin_array();
    for (const app::Role role : app::listed(presence.actor.roles)) json.value(app::word_of(role));
    json.end_array().key("persona_sides").begin_array();
    const auto plans = app::roadmaps(site.services.workspace, presence.actor);
    const bool visits = presence.actor.sandbox && plans && !plans->empty();
    if (visits)
        for (const std::string& side : plans->front().sides) json.value(side);
    json.end_array().field("csrf", csrf).key("plan");
    visits ? json.value(plans->front().key) : json.null();
    json.end_object();
    HttpResponse response;
    response.body = body_of(json.take());
    return response;
}

Answer<HttpResponse> begin_session(Site& site, const Visit& visit, const app::Outcome<app::Ticket>& ticket) {
    if (!ticket) return refused(ticket.error());
    const auto presence = site.services.accounts.who(ticket->token);
    if (!presence) return refused(presence.error());
    HttpResponse response = session_response(site, *presence, ticket->csrf);
    response.with("Set-Cookie", set_cookie(visit.request, Cookie::session, ticket->token));
    response.with("Set-Cookie", set_cookie(visit.request, Cookie::guest, ""));
    return response;
}

Answer<HttpResponse> handle_session(Site& site, const Visit& visit) {
    if (visit.presence) return session_response(site, *visit.presence, visit.presence->csrf);
    std::string guest(cookie_value(visit.request, Cookie::guest));
    const bool fresh = guest.size() != 22;
    if (fresh) guest = base64url(secret_bytes(16));
    HttpResponse response = session_response(site, {}, guest_csrf(guest));
    if (fresh) response.with("Set-Cookie", set_cookie(visit.request, Cookie::guest, guest));
    return response;
}

Answer<HttpResponse> handle_sign_in(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"login", "password"});
    const std::string login = fields.text("login"), password = fields.text("password");
    if (fields.wrong()) return fields.problem();
    return begin_session(site, visit, site.services.accounts.sign_in(login, password, client_of(visit)));
}

Answer<HttpResponse> handle_sign_out(Site& site, const Visit& visit) {
    const auto done = site.services.accounts.sign_out(cookie_value(visit.request, Cookie::session));
    if (!done) return refused(done.error());
    HttpResponse response;
    response.status = 204;
    response.with("Set-Cookie", set_cookie(visit.request, Cookie::session, ""));
    return response;
}

Answer<HttpResponse> handle_set_up(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"token", "login", "password", "display"});
    app::TokenUse use{fields.text("token"), fields.text_or_none("login").value_or(""), fields.text("password"),
                      fields.text_or_none("display").value_or("")};
    if (fields.wrong()) return fields.problem();
    return begin_session(site, visit, site.services.accounts.set_up(use, client_of(visit)));
}

Answer<HttpResponse> handle_change_password(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"old", "new"});
    const std::string before = fields.text("old"), after = fields.text("new");
    if (fields.wrong()) return fields.problem();
    const auto done =
        site.services.accounts.change_password(cookie_value(visit.request, Cookie::session), before, after);
    if (!done) return refused(done.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

Answer<HttpResponse> handle_preview(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"side"});
    const std::string side = fields.text_or_none("side").value_or("");
    if (fields.wrong()) return fields.problem();
    const std::string_view token = cookie_value(visit.request, Cookie::session);
    const auto done = site.services.accounts.preview(token, side);
    if (!done) return refused(done.error());
    const auto presence = site.services.accounts.who(token);
    if (!presence) return refused(presence.error());
    return session_response(site, *presence, presence->csrf);
}

}  // namespace masar::server
