#pragma once
// What a tree says, without places, style and the order of keys: equal texts for trees that are the same plan. For tests and fuzzing.
#include "planfile/node.h"

#include <algorithm>
#include <string>
#include <vector>

namespace masar::planfile {

[[nodiscard]] inline std::string meaning_of(const NodeTree& tree, NodeId id) {
    const Node& node = tree[id];
    if (node.kind == NodeKind::scalar) return "'" + std::string(tree.text(id)) + "'";
    std::vector<std::string> entries;
    for (const NodeId child : tree.children(id))
        entries.push_back((tree[child].has_key ? std::string(tree.key(child)) + "=" : "") + meaning_of(tree, child));
    const bool map = node.kind == NodeKind::map;
    if (map) std::ranges::stable_sort(entries);
    std::string out(1, map ? '{' : '[');
    for (const std::string& entry : entries) out += entry + ",";
    return out + (map ? '}' : ']');
}

[[nodiscard]] inline std::string meaning_of(const NodeTree& tree) {
    return tree.empty() ? std::string() : meaning_of(tree, NodeTree::root());
}

}  // namespace masar::planfile
