#include "server/handle_digest.h"

#include "app/workspace/decision_log.h"
#include "app/workspace/digests.h"
#include "base/json_writer.h"
#include "server/json_body.h"
#include "server/json_response.h"
#include "server/refused.h"

namespace masar::server {
namespace {

using Json = base::JsonWriter;

Answer<HttpResponse> digest_response(const Site& site, const app::Outcome<app::DigestView>& digest) {
    if (!digest) return refused(digest.error());
    Json json(Json::Style::compact);
    json.begin_object().field("offered", site.sends_messages).field("wanted", digest->wish.wanted);
    json.field("address", digest->wish.address).field("language", digest->wish.language).key("day");
    digest->day.empty() ? json.null() : json.value(digest->day);
    json.key("state");
    digest->state.empty() ? json.null() : json.value(digest->state);
    return json_response(json.end_object().take());
}

}  // namespace

Answer<HttpResponse> handle_digest(Site& site, const Visit& visit) {
    return digest_response(site, app::digest_of(site.services.workspace, visit.presence->actor));
}

Answer<HttpResponse> handle_wish_digest(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"wanted", "address", "language"});
    const app::DigestWish wish{fields.truth("wanted", false), fields.text("address"), fields.text("language")};
    if (fields.wrong()) return fields.problem();
    return digest_response(site, app::wish_digest(site.services.workspace, visit.presence->actor, wish));
}

Answer<HttpResponse> handle_failed_digests(Site& site, const Visit& visit) {
    const auto failed = app::failed_digests(site.services.workspace, visit.presence->actor);
    if (!failed) return refused(failed.error());
    Json json(Json::Style::compact);
    json.begin_object().key("failures").begin_array();
    for (const app::FailedDigest& each : *failed)
        json.begin_object()
            .field("account", each.account)
            .field("day", each.day)
            .field("tries", each.tries)
            .field("at", app::utc_text(each.at))
            .end_object();
    return json_response(json.end_array().end_object().take());
}

}  // namespace masar::server
