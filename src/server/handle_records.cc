#include "server/handle_records.h"

#include "app/vocabulary_json.h"
#include "app/workspace/change_log.h"
#include "app/workspace/change_plan.h"
#include "app/workspace/decision_log.h"
#include "app/workspace/duplicate_chain.h"
#include "app/workspace/record_view.h"
#include "app/workspace/running.h"
#include "app/workspace/text_pane.h"
#include "app/workspace/undo_edits.h"
#include "base/json_writer.h"
#include "report/diagnostic_json.h"
#include "report/difference_text.h"
#include "server/dates_job_field.h"
#include "server/json_response.h"
#include "server/refused.h"

#include <boost/json/serialize.hpp>

#include <charconv>

namespace masar::server {
namespace {

using Json = base::JsonWriter;

app::Outcome<app::OpenPlan> opened(Site& site, const Visit& visit) {
    return app::open_plan(site.services.workspace, visit.presence->actor, visit.place("plan"));
}

/// {"hash", "changed": [as in `diff`], "dates_state", "dates_job"}: the hash is of what the reader sees.
Answer<HttpResponse> saved_response(Site& site, const Visit& visit, const app::Outcome<app::SavedTexts>& saved) {
    if (!saved) return refused(saved.error());
    Json json(Json::Style::compact);
    json.begin_object()
        .field("hash", app::shown_to(visit.presence->actor, saved->whole)->hash())
        .key("changed")
        .begin_array();
    for (const plan::Difference& each : saved->differences) report::write_difference(json, each);
    json.end_array().field("dates_state", app::word_of(saved->dates));
    write_dates_job(json, follow_dates(site, visit.place("plan")));
    return json_response(json.end_object().take());
}

Problem wrong_body() { return Problem{ProblemCode::wrong_field}; }

}  // namespace

Answer<HttpResponse> handle_vocabulary(Site&, const Visit&) {
    static const std::string text = app::vocabulary_json();
    return json_response(text);
}

Answer<HttpResponse> handle_records(Site& site, const Visit& visit) {
    const auto open = opened(site, visit);
    if (!open) return refused(open.error());
    boost::json::array records;
    const bool full = visit.request.parameter("full").value_or("") == "true";
    for (const app::RecordView& each : app::record_views(*open, visit.presence->actor, visit.place("section"))) {
        boost::json::object record = app::record_json(each);
        if (!full) {
            const boost::json::value name =
                record["fields"].as_object().contains("name") ? record["fields"].at("name") : boost::json::value();
            record = {{"id", each.id},
                      {"name", name},
                      {"owner", each.owner.empty() ? boost::json::value() : boost::json::value(each.owner)},
                      {"etag", each.etag}};
        }
        records.push_back(std::move(record));
    }
    return json_response(boost::json::serialize(boost::json::object{{"records", std::move(records)}}));
}

Answer<HttpResponse> handle_record(Site& site, const Visit& visit) {
    const auto open = opened(site, visit);
    if (!open) return refused(open.error());
    const auto view = app::record_view(*open, visit.presence->actor, visit.place("section"), visit.place("id"));
    if (!view) return refuse(ProblemCode::not_found);
    return json_response(boost::json::serialize(app::record_json(*view)));
}

Answer<HttpResponse> handle_change_record(Site& site, const Visit& visit) {
    if (!visit.body.is_object()) return tl::unexpected(wrong_body());
    app::ChangeRequest request;
    std::string if_match(visit.request.fields.get("If-Match"));
    std::erase(if_match, '"');
    for (const auto& [field, value] : visit.body.get_object()) {
        app::Change change;
        change.edit.kind = value.is_null() ? planfile::EditKind::unset : planfile::EditKind::set;
        change.edit.section = visit.place("section");
        change.edit.id = visit.place("id");
        change.edit.field = std::string(field);
        change.if_match = if_match;
        if (!value.is_null()) {
            auto written = app::value_from_json(value, change.edit.field);
            if (!written) return refused(written.error());
            change.edit.value = *std::move(written);
        }
        request.changes.push_back(std::move(change));
    }
    return saved_response(
        site, visit, app::change_plan(site.services.workspace, visit.presence->actor, visit.place("plan"), request));
}

Answer<HttpResponse> handle_changes(Site& site, const Visit& visit) {
    if (!visit.body.is_object()) return tl::unexpected(wrong_body());
    const boost::json::object& body = visit.body.get_object();
    const boost::json::value* list = body.if_contains("changes");
    if (list == nullptr) return tl::unexpected(wrong_body());
    auto changes = app::changes_from_json(*list);
    if (!changes) return refused(changes.error());
    app::ChangeRequest request{*std::move(changes), {}};
    if (const boost::json::value* note = body.if_contains("note"); note != nullptr && note->is_string())
        request.note = std::string(note->get_string());
    return saved_response(
        site, visit, app::change_plan(site.services.workspace, visit.presence->actor, visit.place("plan"), request));
}

Answer<HttpResponse> handle_undo(Site& site, const Visit& visit) {
    return saved_response(site, visit,
                          app::undo_edit(site.services.workspace, visit.presence->actor, visit.place("plan")));
}

Answer<HttpResponse> handle_redo(Site& site, const Visit& visit) {
    return saved_response(site, visit,
                          app::redo_edit(site.services.workspace, visit.presence->actor, visit.place("plan")));
}

Answer<HttpResponse> handle_log(Site& site, const Visit& visit) {
    app::LogQuestion question;
    const std::string_view after = visit.request.parameter("since").value_or("0");
    const auto [end, error] = std::from_chars(after.data(), after.data() + after.size(), question.after);
    if (error != std::errc() || end != after.data() + after.size()) return tl::unexpected(wrong_body());
    question.section = visit.request.parameter("section").value_or("");
    question.record = visit.request.parameter("record").value_or("");
    const auto log = app::change_log(site.services.workspace, visit.presence->actor, visit.place("plan"), question);
    if (!log) return refused(log.error());
    Json json(Json::Style::compact);
    json.begin_object().key("entries").begin_array();
    for (const app::LogEntry& each : *log) {
        json.begin_object()
            .field("position", each.position)
            .field("at", app::utc_text(each.at))
            .field("side", each.side);
        json.field("role", each.role).field("own", each.own).field("kind", each.kind).field("section", each.section);
        json.field("record", each.record)
            .field("field", each.field)
            .field_or_null("old", each.old_value)
            .field_or_null("new", each.new_value);
        json.field("batch", each.batch)
            .key("sentence")
            .begin_object()
            .field("en", each.sentence.en)
            .field("ar", each.sentence.ar)
            .end_object()
            .end_object();
    }
    return json_response(json.end_array().end_object().take());
}

Answer<HttpResponse> handle_seen(Site& site, const Visit& visit) {
    const auto seen = app::mark_seen(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!seen) return refused(seen.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

Answer<HttpResponse> handle_duplicate(Site& site, const Visit& visit) {
    if (!visit.body.is_object()) return tl::unexpected(wrong_body());
    app::Duplication asked;
    const boost::json::object& body = visit.body.get_object();
    if (const auto* ids = body.if_contains("activities"); ids != nullptr && ids->is_array())
        for (const boost::json::value& each : ids->get_array())
            if (each.is_string()) asked.activities.emplace_back(each.get_string());
    if (const auto* shift = body.if_contains("shift"); shift != nullptr && shift->is_object())
        if (const auto* years = shift->get_object().if_contains("years"); years != nullptr && years->is_int64())
            asked.years = static_cast<int>(years->get_int64());
    const auto copied =
        app::duplicate_chain(site.services.workspace, visit.presence->actor, visit.place("plan"), asked);
    if (!copied) return refused(copied.error());
    return saved_response(site, visit, copied->saved);
}

Answer<HttpResponse> handle_files(Site& site, const Visit& visit) {
    const auto files = app::list_files(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!files) return refused(files.error());
    Json json(Json::Style::compact);
    json.begin_object().key("files").begin_array();
    for (const app::FileView& each : *files) {
        json.begin_object().field("path", each.path).field("editable", each.editable).key("reason");
        if (each.reason.empty())
            json.null();
        else
            json.begin_object().field("en", each.reason.en).field("ar", each.reason.ar).end_object();
        json.end_object();
    }
    return json_response(json.end_array().end_object().take());
}

Answer<HttpResponse> handle_file(Site& site, const Visit& visit) {
    auto file =
        app::read_file(site.services.workspace, visit.presence->actor, visit.place("plan"), visit.place("path"));
    if (!file) return refused(file.error());
    HttpResponse response = json_response(std::move(file->text));
    response.type = "application/yaml; charset=utf-8";
    response.etag = "\"" + file->etag + "\"";
    return response;
}

Answer<HttpResponse> handle_save_file(Site& site, const Visit& visit) {
    std::string if_match(visit.request.fields.get("If-Match"));
    std::erase(if_match, '"');
    auto saved = app::save_file(site.services.workspace, visit.presence->actor, visit.place("plan"),
                                {visit.place("path"), visit.request.body, if_match});
    if (saved) return saved_response(site, visit, saved);
    app::Refusal refusal = saved.error();
    if (!refusal.current.empty())
        refusal.current = base::json_quoted(refusal.current);  // here it is a text, not a record
    return refused(refusal);
}

Answer<HttpResponse> handle_check(Site& site, const Visit& visit) {
    app::PlanFiles files;
    if (!visit.body.is_object()) return tl::unexpected(wrong_body());
    if (const auto* given = visit.body.get_object().if_contains("files"); given != nullptr && given->is_object())
        for (const auto& [path, text] : given->get_object())
            if (text.is_string()) files[std::string(path)] = std::string(text.get_string());
    const auto checked = app::check_texts(site.services.workspace, visit.presence->actor, visit.place("plan"), files);
    if (!checked) return refused(checked.error());
    return json_response(report::diagnostics_json(checked->diagnostics, checked->plan.sources));
}

Answer<HttpResponse> handle_facts(Site& site, const Visit& visit) {
    const auto facts = app::facts_from_json(visit.body);
    if (!facts) return refused(facts.error());
    return saved_response(
        site, visit, app::record_facts(site.services.workspace, visit.presence->actor, visit.place("plan"), *facts));
}

Answer<HttpResponse> handle_status(Site& site, const Visit& visit) {
    const auto status = app::plan_status(site.services.workspace, visit.presence->actor, visit.place("plan"));
    if (!status) return refused(status.error());
    return json_response(report::status_json(*status));
}

}  // namespace masar::server
