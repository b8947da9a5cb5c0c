#include "app/workspace/imports.h"

#include "app/workspace/change_plan.h"
#include "base/json_writer.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace masar::app {
namespace {

namespace json = boost::json;

std::int64_t owner_of(const Actor& actor) { return actor.account != 0 ? actor.account : -actor.sandbox_plan; }

void take_map(const json::object& from, std::string_view key, std::map<std::string, std::string>& into) {
    const json::value* map = from.if_contains(key);
    if (map == nullptr || !map->is_object()) return;
    for (const auto& [name, value] : map->get_object())
        into[std::string(name)] = value.is_string() ? std::string(value.get_string())
                                  : value.is_null() ? ""
                                                    : json::serialize(value);
}

void take_choices(const json::value& given, ImportChoices& choices) {
    if (!given.is_object()) return;
    const json::object& object = given.get_object();
    take_map(object, "columns", choices.columns);
    take_map(object, "answers", choices.answers);
    if (const json::value* sheet = object.if_contains("sheet"); sheet != nullptr && sheet->is_string())
        choices.sheet = std::string(sheet->get_string());
    if (const json::value* order = object.if_contains("dates"); order != nullptr && order->is_string())
        choices.day_order = order->get_string() == "day-first"     ? exchange::DayOrder::day_first
                            : order->get_string() == "month-first" ? exchange::DayOrder::month_first
                                                                   : exchange::DayOrder::unknown;
}

Outcome<ImportPreview> previewed(const OpenPlan& open, const Actor& actor, const Imports::Upload& upload) {
    const auto made = preview_import(input_files(open.shown_to(actor)->files()), upload.sheets, upload.choices);
    if (!made) return tl::unexpected(refusal_of(made.error()));
    return *made;
}

}  // namespace

Outcome<Imports::Upload> Imports::bring(const Actor& actor, std::string_view plan, std::string name,
                                        std::string_view bytes) {
    auto sheets = read_tables(bytes);
    if (!sheets) return tl::unexpected(refusal_of(sheets.error()));
    const std::scoped_lock lock(mutex_);
    uploads_.push_front({++last_, owner_of(actor), std::string(plan), std::move(name), *std::move(sheets), {}});
    if (uploads_.size() > at_most_) uploads_.pop_back();
    return uploads_.front();
}

Outcome<Imports::Upload> Imports::find(const Actor& actor, std::int64_t id) {
    const std::scoped_lock lock(mutex_);
    const auto found = std::ranges::find_if(
        uploads_, [&](const Upload& each) { return each.id == id && each.account == owner_of(actor); });
    if (found == uploads_.end())
        return refuse(Refusal::Why::not_found, {"this table is not here any more", "لم يعد هذا الجدول موجوداً"},
                      {"bring it again", "أعد رفعه"});
    return *found;
}

Outcome<report::ToldImport> Imports::choose(Workspace& workspace, const Actor& actor, std::int64_t id,
                                            const json::value& choices) {
    auto upload = find(actor, id);
    if (!upload) return tl::unexpected(upload.error());
    take_choices(choices, upload->choices);
    const auto open = open_plan(workspace, actor, upload->plan);
    if (!open) return tl::unexpected(open.error());
    const auto preview = previewed(*open, actor, *upload);
    if (!preview) return tl::unexpected(preview.error());
    {
        const std::scoped_lock lock(mutex_);
        for (Upload& each : uploads_)
            if (each.id == id) each.choices = upload->choices;
    }
    const auto sheet = std::ranges::find(upload->sheets, preview->sheet, &exchange::Sheet::name);
    return told(*preview, *sheet);
}

Outcome<SavedTexts> Imports::accept(Workspace& workspace, const Actor& actor, std::int64_t id) {
    const auto upload = find(actor, id);
    if (!upload) return tl::unexpected(upload.error());
    const auto open = open_plan(workspace, actor, upload->plan);
    if (!open) return tl::unexpected(open.error());
    const auto preview = previewed(*open, actor, *upload);
    if (!preview) return tl::unexpected(preview.error());
    if (!preview->doubts.empty())
        return refuse(Refusal::Why::conflict, {"some cells still wait for an answer", "ما زالت خلايا تنتظر رداً"},
                      {"answer them first", "أجب عنها أولاً"});
    ChangeRequest request;
    for (const planfile::PlanEdit& each : preview->edits) request.changes.push_back({each, ""});
    request.note = "import: " + upload->name;
    auto saved = change_plan(workspace, actor, upload->plan, request);
    if (saved) (void)put_away(actor, id);
    return saved;
}

Outcome<void> Imports::put_away(const Actor& actor, std::int64_t id) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(uploads_, [&](const Upload& each) { return each.id == id && each.account == owner_of(actor); });
    return {};
}

std::string upload_json(const Imports::Upload& upload) {
    base::JsonWriter json(base::JsonWriter::Style::compact);
    json.begin_object().field("id", upload.id).field("name", upload.name).key("sheets").begin_array();
    for (const exchange::Sheet& sheet : upload.sheets) {
        json.begin_object()
            .field("name", sheet.name)
            .field("rows", static_cast<std::int64_t>(sheet.rows.size()))
            .key("columns")
            .begin_array();
        const std::vector<ImportColumn> columns = guessed_columns(sheet);
        for (const ImportColumn& each : columns) {
            json.begin_object().field("heading", each.heading).key("guess");
            each.column == nullptr ? json.null() : json.value(each.column->field);
            json.key("samples").begin_array();
            for (const std::string& sample : each.samples) json.value(sample);
            json.end_array().end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().key("fields").begin_array();
    for (const exchange::Column& each : exchange::activity_columns())
        json.begin_object()
            .field("field", each.field)
            .key("label")
            .begin_object()
            .field("en", each.label.en)
            .field("ar", each.label.ar)
            .end_object()
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace masar::app
