#include "app/workspace/partly_seen.h"

#include "app/workspace/edit_rights.h"
#include "planfile/record_text.h"
#include "report/figures.h"

#include <algorithm>

namespace masar::app {
namespace {

using planfile::EditKind;
using planfile::NodeKind;
using planfile::WrittenValue;

tl::unexpected<Refusal> withheld(std::string_view what) {
    return tl::unexpected<Refusal>(Refusal{
        Refusal::Why::not_allowed,
        report::fill({"parts of '{}' are not released to you", "لم يُفرج لك عن أجزاء من «{}»"}, report::ltr(what)),
        {"propose the change instead", "اقترح التغيير بدلاً من ذلك"},
        std::string(what),
        {},
        {}});
}

bool holds(const WrittenValue& list, const WrittenValue& item) {
    return std::ranges::any_of(list.entries, [&](const WrittenValue& each) { return says_the_same(each, item); });
}

/// A single value is a list of one.
WrittenValue as_list(const WrittenValue& value) {
    if (value.kind == NodeKind::list) return value;
    WrittenValue item = value;
    item.key.clear();
    return {value.key, NodeKind::list, {}, {item}};
}

WrittenValue merged_list(const WrittenValue& whole, const WrittenValue& seen, const WrittenValue& wanted) {
    WrittenValue merged{wanted.key, NodeKind::list, {}, {}};
    for (const WrittenValue& each : whole.entries)
        if (!holds(seen, each) || holds(wanted, each)) merged.entries.push_back(each);
    for (const WrittenValue& each : wanted.entries)
        if (!holds(whole, each)) merged.entries.push_back(each);
    return merged;
}

const WrittenValue* value_at(const WrittenValue& record, std::string_view field) {
    const WrittenValue* at = &record;
    for (const std::string& part : planfile::field_path(field))
        if (at = at->find(part); at == nullptr) return nullptr;
    return at;
}

/// Keys that the copy says it does not hold, or not wholly.
std::vector<std::string> withheld_keys(const WrittenValue& record) {
    std::vector<std::string> keys;
    if (const WrittenValue* all = record.find("withheld"))
        for (const WrittenValue& each : as_list(*all).entries) keys.push_back(each.text);
    return keys;
}

Outcome<planfile::PlanEdit> with_hidden_parts(const WrittenValue& whole, const WrittenValue& seen,
                                              planfile::PlanEdit edit) {
    const WrittenValue *hidden = value_at(whole, edit.field), *shown = value_at(seen, edit.field);
    if (hidden == nullptr || (shown != nullptr && says_the_same(*hidden, *shown))) return edit;
    if (shown == nullptr) return withheld(edit.field);
    const WrittenValue wanted = edit.kind == EditKind::set ? edit.value : WrittenValue{{}, shown->kind, {}, {}};
    edit.kind = EditKind::set;
    edit.value = merged_value(*hidden, *shown, wanted);
    return edit;
}

}  // namespace

WrittenValue merged_value(const WrittenValue& whole, const WrittenValue& seen, const WrittenValue& wanted) {
    if (says_the_same(whole, seen)) return wanted;
    if (whole.kind == NodeKind::map && seen.kind == NodeKind::map && wanted.kind == NodeKind::map) {
        WrittenValue merged{wanted.key, NodeKind::map, {}, {}};
        for (const WrittenValue& each : whole.entries) {
            const WrittenValue *shown = seen.find(each.key), *asked = wanted.find(each.key);
            if (shown == nullptr)
                merged.entries.push_back(each);
            else if (asked != nullptr)
                merged.entries.push_back(merged_value(each, *shown, *asked));
        }
        for (const WrittenValue& each : wanted.entries)
            if (whole.find(each.key) == nullptr) merged.entries.push_back(each);
        return merged;
    }
    return merged_list(as_list(whole), as_list(seen), as_list(wanted));
}

Outcome<planfile::PlanEdit> edit_of_seen(const Snapshot& whole, const Snapshot& seen, planfile::PlanEdit edit) {
    if (edit.kind == EditKind::add || edit.section == "plan" || edit.id.empty()) return edit;
    const auto shown = planfile::record_text(seen.text(), edit.section, edit.id);
    if (!shown)  // withheld or not there: the same answer
        return refuse(Refusal::Why::not_found,
                      report::fill({"there is no '{}'", "لا يوجد «{}»"}, report::ltr(edit.id)));
    const std::vector<std::string> keys = withheld_keys(shown->fields);
    if (keys.empty() || edit.kind == EditKind::rename) return edit;
    if (edit.kind == EditKind::remove) return withheld(edit.id);
    const std::string first = planfile::field_path(edit.field).front();
    // Who does not read a part of it does not decide who does.
    if (is_release({edit.section, edit.id, edit.field})) return withheld(edit.field);
    if (std::ranges::find(keys, first) == keys.end()) return edit;
    const auto hidden = planfile::record_text(whole.text(), edit.section, edit.id);
    if (!hidden) return edit;
    return with_hidden_parts(hidden->fields, shown->fields, std::move(edit));
}

}  // namespace masar::app
