#include "planfile/node.h"

#include <utility>

namespace masar::planfile {
namespace {

std::string_view inner(std::string_view written, ScalarStyle style) {
    return style == ScalarStyle::plain || written.size() < 2 ? written : written.substr(1, written.size() - 2);
}

}  // namespace

std::string_view NodeTree::key(NodeId id) const {
    const Node& node = nodes_[id];
    if (node.key_stored) return stored_keys_.at(id);
    return inner(source_.substr(node.key_begin, node.key_end - node.key_begin), node.key_style);
}

std::string_view NodeTree::text(NodeId id) const {
    const Node& node = nodes_[id];
    if (node.kind != NodeKind::scalar) return {};
    if (node.text_stored) return stored_texts_.at(id);
    return inner(source_.substr(node.value_begin, node.value_end - node.value_begin), node.value_style);
}

base::Place NodeTree::key_place(NodeId id) const {
    const Node& node = nodes_[id];
    return node.has_key ? index_.place(node.key_begin, node.key_end) : index_.place(node.value_begin, node.value_end);
}

base::Place NodeTree::place(NodeId id) const {
    const Node& node = nodes_[id];
    if (node.value_begin == node.value_end && node.has_key) return key_place(id);
    return index_.place(node.value_begin, node.value_end);
}

NodeId NodeTree::find(NodeId map, std::string_view wanted) const {
    for (const NodeId child : children(map))
        if (key(child) == wanted) return child;
    return no_node;
}

NodeId NodeTree::add(const Node& node) {
    nodes_.push_back(node);
    return static_cast<NodeId>(nodes_.size() - 1);
}

void NodeTree::store_key(NodeId id, std::string text) {
    nodes_[id].key_stored = true;
    stored_keys_.insert_or_assign(id, std::move(text));
}

void NodeTree::store_text(NodeId id, std::string text) {
    nodes_[id].text_stored = true;
    stored_texts_.insert_or_assign(id, std::move(text));
}

std::size_t NodeTree::Children::count() const {
    std::size_t number = 0;
    for (Iterator at = begin(); at != end(); ++at) ++number;
    return number;
}

}  // namespace masar::planfile
