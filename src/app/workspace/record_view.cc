#include "app/workspace/record_view.h"

#include "app/workspace/edit_rights.h"
#include "base/sha256.h"
#include "plan/readers.h"
#include "planfile/record_text.h"

#include <algorithm>

namespace masar::app {
namespace {

namespace json = boost::json;

constexpr std::size_t etag_digits = 32;

std::vector<std::string> ids_of(const plan::Plan& plan, const plan::Readers& readers) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < readers.size(); ++i)
        if (readers[i]) ids.push_back(plan.sides[i].id);
    return ids;
}

void add_readers(const RecordIndex& records, RecordView& view) {
    const plan::Plan& plan = records.plan();
    const plan::Record* record = records.find(view.section, view.id);
    if (record == nullptr) {
        view.readers = ids_of(plan, plan::Readers(plan.sides.size(), true));
        return;
    }
    view.readers = ids_of(plan, plan::readers_of(plan, *record));
    for (const plan::FieldRelease& each : record->release_fields)
        view.field_readers.emplace_back(each.field, ids_of(plan, plan::readers_of(plan, *record, each.field)));
}

/// The copy for a side says in "withheld" what it does not hold; that is no field of the record.
void take_withheld(RecordView& view) {
    const planfile::WrittenValue* keys = view.fields.find("withheld");
    if (keys == nullptr) return;
    if (keys->kind == planfile::NodeKind::scalar) view.withheld.push_back(keys->text);
    for (const planfile::WrittenValue& each : keys->entries) view.withheld.push_back(each.text);
    std::erase_if(view.fields.entries, [](const planfile::WrittenValue& each) { return each.key == "withheld"; });
}

RecordView view_of(const RecordIndex& records, const Actor& actor, std::string_view section,
                   planfile::WrittenRecord record) {
    RecordView view;
    view.section = section;
    view.id = std::move(record.id);
    const plan::SideIndex owner = records.owner_of({section, view.id, {}});
    if (owner.known()) view.owner = records.plan().sides[owner.at()].id;
    view.file = std::move(record.file);
    view.may_edit = may_edit(actor, records, section, view.id);
    view.fields = std::move(record.fields);
    const std::string said = view.section + "\n" + view.id + "\n" + view.file + "\n"
                             + planfile::flow_text(view.fields, planfile::Shape::unknown());
    view.etag = base::sha256_hex(said).substr(0, etag_digits);
    take_withheld(view);
    add_readers(records, view);
    return view;
}

json::array texts(const std::vector<std::string>& all) {
    json::array list;
    for (const std::string& each : all) list.push_back(json::string(each));
    return list;
}

}  // namespace

std::optional<RecordView> record_view(const OpenPlan& open, const Actor& actor, std::string_view section,
                                      std::string_view id) {
    const SnapshotPtr seen = open.shown_to(actor);
    auto record = planfile::record_text(seen->text(), section, id);
    if (!record) return std::nullopt;
    return view_of(RecordIndex(seen->plan()), actor, section, *std::move(record));
}

std::vector<RecordView> record_views(const OpenPlan& open, const Actor& actor, std::string_view section) {
    const SnapshotPtr seen = open.shown_to(actor);
    const RecordIndex records(seen->plan());
    std::vector<RecordView> views;
    for (planfile::WrittenRecord& each : planfile::record_texts(seen->text(), section))
        views.push_back(view_of(records, actor, section, std::move(each)));
    return views;
}

json::object record_json(const RecordView& view) {
    json::object object;
    object["section"] = view.section;
    object["id"] = view.id;
    object["owner"] = view.owner.empty() ? json::value(nullptr) : json::value(view.owner);
    object["file"] = view.file;
    object["may_edit"] = view.may_edit;
    json::value fields = value_to_json(view.fields);
    json::array partly;
    for (const std::string& each : view.withheld) {
        if (!fields.is_object()) break;
        if (fields.get_object().contains(each))
            partly.push_back(json::string(each));
        else
            fields.get_object()[each] = json::object{{"withheld", true}};
    }
    object["fields"] = std::move(fields);
    object["partly_withheld"] = std::move(partly);
    json::object by_field;
    for (const auto& [key, sides] : view.field_readers) by_field[key] = texts(sides);
    object["released"] = json::object{{"to", texts(view.readers)}, {"fields", std::move(by_field)}};
    object["etag"] = view.etag;
    return object;
}

}  // namespace masar::app
