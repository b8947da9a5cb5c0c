#include "report/views/records_view.h"

#include "report/views/view_json.h"

namespace masar::report {
namespace {

using base::JsonWriter;

void write_completeness(JsonWriter& json, const ViewSource& source, const std::vector<CompleteRecords>& completeness) {
    json.key("completeness").begin_array();
    for (const CompleteRecords& each : completeness) {
        json.begin_object();
        write_reference(json, "side", source.plan.sides, each.side);
        json.field("filled", each.filled).field("required", each.required).key("gaps").begin_array();
        for (const CompleteRecords::Gap& gap : each.gaps) {
            json.begin_object().field("field", gap.field).field("missing", gap.missing).key("activities").begin_array();
            for (const plan::ActivityIndex activity : gap.activities)
                json.value(source.plan.activities[activity.at()].id);
            json.end_array().end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

void write_history(JsonWriter& json, const ViewSource& source) {
    const Reader& reader = source.reader;
    json.key("history").begin_array();
    for (const plan::HistoryRecord& each : source.plan.history) {
        json.begin_object();
        write_identity(json, source, each);
        write_released(json, "activity", reader.reads(each, "activity"), [&] {
            each.activity.value.known() ? json.value(source.plan.activities[each.activity.value.at()].id) : json.null();
        });
        write_released(json, "on", reader.reads(each, "on"),
                       [&] { each.on ? json.value(calendar::to_iso(*each.on)) : json.null(); });
        write_released(json, "kind", reader.reads(each, "kind"),
                       [&] { each.kind.empty() ? json.null() : json.value(each.kind); });
        json.end_object();
    }
    json.end_array();
}

void write_lessons(JsonWriter& json, const ViewSource& source) {
    const Reader& reader = source.reader;
    json.key("lessons").begin_array();
    for (const plan::Lesson& each : source.plan.lessons) {
        json.begin_object();
        write_identity(json, source, each);
        write_released(json, "from", reader.reads(each, "from"),
                       [&] { each.from_record.empty() ? json.null() : json.value(each.from_record); });
        write_list(json, "changed", reader.reads(each, "changed"), each.changed,
                   [&](const std::string& id) { json.value(id); });
        write_released(json, "applied", reader.reads(each, "applied"), [&] { json.value(each.applied); });
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string records_view(const ViewSource& source, const std::vector<CompleteRecords>& completeness) {
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object();
    write_reference(json, "reader", source.plan.sides, source.reader.side());
    write_completeness(json, source, completeness);
    write_history(json, source);
    write_lessons(json, source);
    return json.end_object().take();
}

}  // namespace masar::report
