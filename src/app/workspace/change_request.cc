#include "app/workspace/change_request.h"

#include "base/json_writer.h"
#include "report/figures.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

namespace json = boost::json;
using planfile::EditKind;
using planfile::NodeKind;
using planfile::WrittenValue;

constexpr std::array<std::string_view, 5> operations{"set", "unset", "add", "remove", "rename"};
constexpr std::size_t most_changes = 20'000;
constexpr int deepest_value = 16;

tl::unexpected<Refusal> wrong(std::string_view field, base::Text message, base::Text hint = {}) {
    return tl::unexpected<Refusal>(
        Refusal{Refusal::Why::wrong_field, std::move(message), std::move(hint), std::string(field), {}, {}});
}

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

class ValueReader {
public:
    explicit ValueReader(std::string_view field) : field_(field) {}

    Outcome<WrittenValue> read(const json::value& value, int depth) const {
        switch (value.kind()) {
            case json::kind::string: return planfile::written_text(std::string(view(value.get_string())));
            case json::kind::int64: return planfile::written_text(std::to_string(value.get_int64()));
            case json::kind::uint64: return planfile::written_text(std::to_string(value.get_uint64()));
            case json::kind::double_:
                return planfile::written_text(base::JsonWriter().value(value.get_double()).take());
            case json::kind::bool_: return planfile::written_text(value.get_bool() ? "true" : "false");
            case json::kind::array: return read_items(value.get_array(), depth);
            case json::kind::object: return read_entries(value.get_object(), depth);
            default:
                return wrong(field_, {"a value is missing", "تنقص قيمة"},
                             {"unset the field instead", "احذف الحقل بدلاً من ذلك"});
        }
    }

private:
    Outcome<WrittenValue> read_items(const json::array& items, int depth) const {
        if (depth == 0) return too_deep();
        WrittenValue list{{}, NodeKind::list, {}, {}};
        for (const json::value& each : items) {
            auto item = read(each, depth - 1);
            if (!item) return item;
            list.entries.push_back(*std::move(item));
        }
        return list;
    }
    Outcome<WrittenValue> read_entries(const json::object& entries, int depth) const {
        if (depth == 0) return too_deep();
        WrittenValue map{{}, NodeKind::map, {}, {}};
        for (const auto& each : entries) {
            const std::string_view key(each.key().data(), each.key().size());
            if (key == "withheld")
                return wrong(field_, {"a value that is withheld cannot be given back", "لا يمكن إرجاع قيمة محجوبة"},
                             {"leave the field out", "اترك الحقل"});
            auto entry = read(each.value(), depth - 1);
            if (!entry) return entry;
            entry->key = key;
            map.entries.push_back(*std::move(entry));
        }
        return map;
    }
    [[nodiscard]] tl::unexpected<Refusal> too_deep() const {
        return wrong(field_, {"the value is nested too deeply", "تداخل القيمة أعمق من المسموح"});
    }

    std::string_view field_;
};

/// One change of the list; remembers the first thing that is wrong with it.
class ChangeReader {
public:
    ChangeReader(const json::object& object, std::size_t position)
        : object_(object), path_("changes[" + std::to_string(position) + "].") {}

    Outcome<Change> read() {
        const auto operation = std::ranges::find(operations, text("op"));
        if (operation == operations.end())
            return wrong(path_ + "op", {"unknown operation", "عملية غير معروفة"},
                         {"set, unset, add, remove or rename", "set أو unset أو add أو remove أو rename"});
        Change change;
        change.edit.kind = static_cast<EditKind>(operation - operations.begin());
        change.edit.section = text("section");
        change.edit.id = text("id");
        change.edit.field = text("field");
        change.edit.new_id = text("to");
        change.edit.side = text("side");
        change.edit.file = text("file");
        change.if_match = text("if_match");
        if (wrong_) return tl::unexpected(*std::move(wrong_));
        if (change.edit.section.empty()) return wrong(path_ + "section", {"the section is missing", "ينقص القسم"});
        return with_value(std::move(change));
    }

private:
    Outcome<Change> with_value(Change change) {
        const json::value* value = object_.if_contains("value");
        const bool needed = change.edit.kind == EditKind::set || change.edit.kind == EditKind::add;
        if (!needed) return change;
        if (!value) return wrong(path_ + "value", {"the value is missing", "تنقص القيمة"});
        auto read = ValueReader(path_ + "value").read(*value, deepest_value);
        if (!read) return tl::unexpected(read.error());
        if (change.edit.kind == EditKind::add && read->kind != NodeKind::map)
            return wrong(path_ + "value", {"a new record is a map of fields", "السجل الجديد خريطة من الحقول"});
        change.edit.value = *std::move(read);
        return change;
    }

    std::string text(std::string_view name) {
        const json::value* value = object_.if_contains(name);
        if (!value || value->is_null()) return {};
        if (value->is_string()) return std::string(view(value->get_string()));
        if (!wrong_)
            wrong_ = Refusal{Refusal::Why::wrong_field,
                             report::fill({"'{}' is to be a text", "يجب أن يكون «{}» نصاً"}, report::ltr(name)),
                             {},
                             path_ + std::string(name),
                             {},
                             {}};
        return {};
    }

    const json::object& object_;
    std::string path_;
    std::optional<Refusal> wrong_;
};

}  // namespace

Outcome<WrittenValue> value_from_json(const json::value& value, std::string_view field) {
    return ValueReader(field).read(value, deepest_value);
}

Outcome<std::vector<Change>> changes_from_json(const json::value& list) {
    if (!list.is_array()) return wrong("changes", {"a list of changes is expected", "المطلوب قائمة تغييرات"});
    if (list.get_array().size() > most_changes)
        return refuse(Refusal::Why::too_large, {"too many changes at once", "تغييرات كثيرة في طلب واحد"});
    std::vector<Change> changes;
    for (const json::value& each : list.get_array()) {
        if (!each.is_object())
            return wrong("changes[" + std::to_string(changes.size()) + "]",
                         {"a change is an object", "التغيير كائن من الحقول"});
        auto change = ChangeReader(each.get_object(), changes.size()).read();
        if (!change) return tl::unexpected(change.error());
        changes.push_back(*std::move(change));
    }
    return changes;
}

json::value value_to_json(const WrittenValue& value) {
    if (value.kind == NodeKind::scalar) return json::string(value.text);
    if (value.kind == NodeKind::list) {
        json::array items;
        for (const WrittenValue& each : value.entries) items.push_back(value_to_json(each));
        return items;
    }
    json::object entries;
    for (const WrittenValue& each : value.entries) entries[each.key] = value_to_json(each);
    return entries;
}

json::value changes_to_json(const std::vector<Change>& changes) {
    json::array list;
    for (const Change& each : changes) {
        json::object change;
        change["op"] = operations[static_cast<std::size_t>(each.edit.kind)];
        const auto add = [&](std::string_view name, const std::string& text) {
            if (!text.empty()) change[name] = text;
        };
        add("section", each.edit.section);
        add("id", each.edit.id);
        add("field", each.edit.field);
        add("to", each.edit.new_id);
        add("side", each.edit.side);
        add("file", each.edit.file);
        if (each.edit.kind == EditKind::set || each.edit.kind == EditKind::add)
            change["value"] = value_to_json(each.edit.value);
        add("if_match", each.if_match);
        list.push_back(std::move(change));
    }
    return list;
}

}  // namespace masar::app
