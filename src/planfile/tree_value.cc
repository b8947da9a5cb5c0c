#include "planfile/tree_value.h"

#include <algorithm>
#include <vector>

namespace masar::planfile {
namespace {

std::string entries_of(const TreeValue& map) {
    std::string out;
    for (const NodeId child : in_key_order(*map.tree, map.node, map.shape)) {
        if (!out.empty()) out += ", ";
        out.append(map.tree->key(child)).append(": ") += one_line(map.entry(child));
    }
    return "{" + out + "}";
}

std::vector<std::string> items_of(const TreeValue& list) {
    std::vector<std::string> items;
    for (const NodeId child : list.tree->children(list.node)) items.push_back(one_line(list.item(child)));
    return items;
}

std::string joined(const std::vector<std::string>& items) {
    if (items.size() == 1) return items.front();  // a list of one reads like the scalar that may be written for it
    std::string out;
    for (const std::string& item : items) out.append(out.empty() ? 0 : 1, ',').append(out.empty() ? 0 : 1, ' ') += item;
    return "[" + out + "]";
}

}  // namespace

std::string one_line(const TreeValue& value) {
    if (!value.exists()) return {};
    if (value.kind() == NodeKind::map) return entries_of(value);
    if (value.kind() == NodeKind::list) return joined(items_of(value));
    std::string text(value.tree->text(value.node));
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string meaning(const TreeValue& value) {
    if (!value.exists() || value.kind() != NodeKind::list || !value.shape.is_set()) return one_line(value);
    std::vector<std::string> items = items_of(value);
    std::ranges::sort(items);
    return joined(items);
}

std::string identity(const TreeValue& item) {
    if (item.kind() != NodeKind::map) return one_line(item);
    std::string out;
    for (const Keyword& field : item.shape.fields()) {
        if (field.form != Form::reference && field.form != Form::currency && field.form != Form::date) continue;
        const NodeId child = item.tree->find(item.node, field.name);
        if (child == no_node || field.name == "until") continue;
        out.append(out.empty() ? "" : " ") += one_line(item.entry(child));
    }
    return out.empty() ? one_line(item) : out;
}

std::string folded_id(std::string_view id) {
    std::string folded(id);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return folded;
}

}  // namespace masar::planfile
