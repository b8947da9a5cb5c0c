#include "server/handle_notices.h"

#include "app/workspace/decision_log.h"
#include "app/workspace/notices.h"
#include "base/json_writer.h"
#include "server/json_response.h"
#include "server/refused.h"

namespace masar::server {
namespace {

using Json = base::JsonWriter;

void write_notice(Json& json, const app::Notice& notice) {
    json.begin_object().field("kind", app::word_of(notice.kind)).key("at");
    notice.kind == app::NoticeKind::due ? json.null() : json.value(app::utc_text(notice.at));
    json.key("by");
    notice.by ? json.value(calendar::to_iso(*notice.by)) : json.null();
    json.key("sentence").begin_object().field("en", notice.sentence.en).field("ar", notice.sentence.ar).end_object();
    json.field("section", notice.section).field("id", notice.id).key("proposal");
    notice.proposal == 0 ? json.null() : json.value(notice.proposal);
    json.field("count", notice.count).field("fresh", notice.fresh).end_object();
}

}  // namespace

Answer<HttpResponse> handle_notices(Site& site, const Visit& visit) {
    const auto notices = app::notices_of(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!notices) return refused(notices.error());
    Json json(Json::Style::compact);
    json.begin_object().field("fresh", notices->fresh()).key("seen");
    notices->seen ? json.value(app::utc_text(*notices->seen)) : json.null();
    json.key("notices").begin_array();
    for (const app::Notice& each : notices->list) write_notice(json, each);
    return json_response(json.end_array().end_object().take());
}

Answer<HttpResponse> handle_notices_seen(Site& site, const Visit& visit) {
    const auto marked = app::mark_notices(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!marked) return refused(marked.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

}  // namespace masar::server
