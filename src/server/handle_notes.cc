#include "server/handle_notes.h"

#include "app/workspace/decision_log.h"
#include "app/workspace/notes.h"
#include "base/json_writer.h"
#include "server/json_body.h"
#include "server/json_response.h"
#include "server/place_number.h"
#include "server/refused.h"

namespace masar::server {
namespace {

using Json = base::JsonWriter;

app::RecordName record_of(const Visit& visit) {
    return {visit.place("plan"), visit.place("section"), visit.place("id")};
}

/// Null where there is nothing to say.
void write_text(Json& json, std::string_view key, const std::string& text) {
    json.key(key);
    text.empty() ? json.null() : json.value(text);
}

void write_note(Json& json, const app::NoteView& note) {
    json.begin_object().field("number", note.number).key("reply_to");
    note.reply_to == 0 ? json.null() : json.value(note.reply_to);
    json.field("at", app::utc_text(note.at)).field("side", note.side).field("role", note.role);
    write_text(json, "by", note.by);
    json.field("own", note.own);
    write_text(json, "text", note.text);
    json.field("shared", note.shared).field("withdrawn", note.withdrawn).key("resolved");
    if (note.resolved)
        json.begin_object()
            .field("at", app::utc_text(note.resolved->at))
            .field("side", note.resolved->side)
            .field("role", note.resolved->role)
            .end_object();
    else
        json.null();
    json.field("may_withdraw", note.may_withdraw).field("may_resolve", note.may_resolve).end_object();
}

Answer<HttpResponse> nothing_more(const app::Outcome<void>& done) {
    if (!done) return refused(done.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

}  // namespace

Answer<HttpResponse> handle_notes(Site& site, const Visit& visit) {
    const auto notes = app::notes_of(site.services.workspace, visit.presence->actor, record_of(visit));
    if (!notes) return refused(notes.error());
    Json json(Json::Style::compact);
    json.begin_object().field("may_write", notes->may_write).field("may_share", notes->may_share);
    json.key("notes").begin_array();
    for (const app::NoteView& each : notes->notes) write_note(json, each);
    return json_response(json.end_array().end_object().take());
}

Answer<HttpResponse> handle_write_note(Site& site, const Visit& visit) {
    JsonFields fields(visit.body, {"text", "shared", "reply_to"});
    app::NewNote note{fields.text("text"), fields.truth("shared", false), 0};
    if (fields.value("reply_to") != nullptr && !fields.value("reply_to")->is_null())
        note.reply_to = fields.whole_number("reply_to");
    if (fields.wrong()) return fields.problem();
    const auto number = app::write_note(site.services.workspace, visit.presence->actor, record_of(visit), note);
    if (!number) return refused(number.error());
    return json_response(Json(Json::Style::compact).begin_object().field("number", *number).end_object().take(), 201);
}

Answer<HttpResponse> handle_set_note(Site& site, const Visit& visit) {
    const auto number = place_number(visit, "number");
    if (!number) return tl::unexpected(number.error());
    JsonFields fields(visit.body, {"resolved"});
    const bool resolved = fields.truth("resolved", false);
    if (fields.value("resolved") == nullptr)
        fields.refuse("resolved", {"expected true or false", "المطلوب true أو false"});
    if (fields.wrong()) return fields.problem();
    return nothing_more(app::set_thread(site.services.workspace, visit.presence->actor, record_of(visit), *number,
                                        resolved ? app::Thread::resolved : app::Thread::open));
}

Answer<HttpResponse> handle_withdraw_note(Site& site, const Visit& visit) {
    const auto number = place_number(visit, "number");
    if (!number) return tl::unexpected(number.error());
    return nothing_more(app::withdraw_note(site.services.workspace, visit.presence->actor, record_of(visit), *number));
}

}  // namespace masar::server
