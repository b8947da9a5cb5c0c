#include "planfile/field_edits.h"

#include <algorithm>

namespace masar::planfile {

/// {needs: {planners: 4}} of "needs.planners", without the parts before `from`.
WrittenValue nested_value(const FieldPath& path, std::size_t from, const WrittenValue& value) {
    WrittenValue inner = value;
    inner.key = path.back();
    for (std::size_t i = path.size() - 1; i-- > from;) inner = {path[i], NodeKind::map, {}, {inner}};
    return inner;
}

/// A text in one language becomes a map when the other is added.
bool adds_language(NodeKind kind, const FieldPath& path, std::size_t at) {
    return kind == NodeKind::scalar && at + 1 == path.size() && (path[at] == "en" || path[at] == "ar");
}

WrittenValue text_as_map(std::string text) {
    const bool arabic = std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB; });
    WrittenValue value = written_text(std::move(text));
    value.key = arabic ? "ar" : "en";
    return {{}, NodeKind::map, {}, {value}};
}

void set_field(WrittenValue& record, const FieldPath& path, const WrittenValue& value) {
    WrittenValue* at = &record;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (adds_language(at->kind, path, i) && !at->text.empty()) {
            WrittenValue map = text_as_map(at->text);
            map.key = at->key;
            *at = map;
        }
        at->kind = NodeKind::map;
        auto found = std::ranges::find(at->entries, path[i], &WrittenValue::key);
        if (found == at->entries.end()) {
            at->entries.push_back({path[i], NodeKind::map, {}, {}});
            found = at->entries.end() - 1;
        }
        at = &*found;
    }
    const std::string key = at->key;
    *at = value;
    at->key = key;
}

void unset_field(WrittenValue& record, const FieldPath& path) {
    WrittenValue *at = &record, *container = &record;
    std::size_t cut = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const auto found = std::ranges::find(at->entries, path[i], &WrittenValue::key);
        if (found == at->entries.end()) return;
        if (at->entries.size() > 1 || i == 0) container = at, cut = i;
        at = &*found;
    }
    std::erase_if(container->entries, [&](const WrittenValue& each) { return each.key == path[cut]; });
}

}  // namespace masar::planfile
