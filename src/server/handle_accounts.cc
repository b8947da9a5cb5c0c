#include "server/handle_accounts.h"

#include "app/workspace/decision_log.h"
#include "app/workspace/deputies.h"
#include "base/json_writer.h"
#include "server/json_body.h"
#include "server/place_number.h"
#include "server/refused.h"

namespace masar::server {
namespace {

using Json = base::JsonWriter;

app::AccountDesk desk_of(Site& site, const Visit& visit) {
    return {*site.services.store, visit.presence->actor, site.services.clock.now()};
}

HttpResponse response_of(Json& json, int status = 200) {
    HttpResponse response;
    response.status = status;
    response.body = body_of(json.take());
    return response;
}

/// Words that are no roles are refused, not left out.
app::Roles roles_in(JsonFields& fields) {
    app::Roles roles;
    for (const std::string& word : fields.texts_or_none("roles")) {
        const auto role = app::role_of(word);
        if (role) roles.add(*role);
        if (!role) fields.refuse("roles", {"there is no such role", "لا يوجد دور بهذا الاسم"});
    }
    return roles;
}

void write_account(Json& json, const app::AccountView& account) {
    json.begin_object().field("id", account.id).field("login", account.login).field("display", account.display);
    json.field("address", account.address).key("roles").begin_array();
    for (const app::Role role : app::listed(account.roles)) json.value(app::word_of(role));
    json.end_array().field("disabled", account.disabled).field("waiting", account.waiting);
    json.field("created", app::utc_text(account.created)).end_object();
}

}  // namespace

Answer<HttpResponse> handle_accounts(Site& site, const Visit& visit) {
    const auto accounts = app::list_accounts(desk_of(site, visit));
    if (!accounts) return refused(accounts.error());
    Json json(Json::Style::compact);
    json.begin_object().key("accounts").begin_array();
    for (const app::AccountView& account : *accounts) write_account(json, account);
    json.end_array().end_object();
    return response_of(json);
}

Answer<HttpResponse> handle_add_account(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"login", "display", "address", "roles"});
    const app::NewAccount account{fields.text("login"), fields.text_or_none("display").value_or(""),
                                  fields.text_or_none("address").value_or(""), roles_in(fields)};
    if (fields.wrong()) return fields.problem();
    const auto made = app::add_account(desk_of(site, visit), account);
    if (!made) return refused(made.error());
    Json json(Json::Style::compact);
    json.begin_object().field("id", made->id).field("token", made->token).end_object();
    return response_of(json, 201);
}

Answer<HttpResponse> handle_change_account(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"display", "address", "roles", "disabled", "reset_password"});
    app::AccountChange change;
    change.display = fields.text_or_none("display");
    change.address = fields.text_or_none("address");
    if (fields.value("roles") != nullptr) change.roles = roles_in(fields);
    if (fields.value("disabled") != nullptr) change.disabled = fields.truth("disabled", false);
    if (fields.truth("reset_password", false)) change.reset = app::AccountChange::Reset::password;
    const auto id = place_number(visit, "id");
    if (!id) return tl::unexpected(id.error());
    if (fields.wrong()) return fields.problem();
    const auto token = app::change_account(desk_of(site, visit), *id, change);
    if (!token) return refused(token.error());
    Json json(Json::Style::compact);
    json.begin_object().field("id", *id).key("token");
    token->empty() ? json.null() : json.value(*token);
    json.end_object();
    return response_of(json);
}

Answer<HttpResponse> handle_deputies(Site& site, const Visit& visit) {
    const auto deputies = app::list_deputies(desk_of(site, visit));
    if (!deputies) return refused(deputies.error());
    Json json(Json::Style::compact);
    json.begin_object().key("deputies").begin_array();
    for (const auto& each : *deputies) {
        json.begin_object().field("id", each.id).field("account", each.account).field("stands_for", each.stands_for);
        json.field("role", each.role).field("first_day", each.first_day).field("last_day", each.last_day);
        json.field("ended", each.ended != base::Moment{}).end_object();
    }
    json.end_array().end_object();
    return response_of(json);
}

Answer<HttpResponse> handle_add_deputy(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"account", "stands_for", "role", "first_day", "last_day"});
    app::NewDeputy deputy{fields.whole_number("account"), fields.whole_number("stands_for"), app::Role::approver,
                          fields.text("first_day"), fields.text("last_day")};
    const auto role = app::role_of(fields.text("role"));
    if (!role) fields.refuse("role", {"there is no such role", "لا يوجد دور بهذا الاسم"});
    if (fields.wrong()) return fields.problem();
    deputy.role = *role;
    const auto id = app::add_deputy(desk_of(site, visit), deputy);
    if (!id) return refused(id.error());
    Json json(Json::Style::compact);
    json.begin_object().field("id", *id).end_object();
    return response_of(json, 201);
}

Answer<HttpResponse> handle_end_deputy(Site& site, const Visit& visit) {
    const auto id = place_number(visit, "id");
    if (!id) return tl::unexpected(id.error());
    const auto done = app::end_deputy(desk_of(site, visit), *id);
    if (!done) return refused(done.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

}  // namespace masar::server
