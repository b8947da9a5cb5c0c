#pragma once
// A value somewhere in one of the files of a plan, with what the schema says about it; how it reads on one line, and by what a record
// without an id is known.
#include "planfile/key_order.h"

#include <string>

namespace masar::planfile {

struct TreeValue {
    const NodeTree* tree = nullptr;
    NodeId node = no_node;
    Shape shape = Shape::unknown();

    [[nodiscard]] bool exists() const { return tree != nullptr; }
    [[nodiscard]] NodeKind kind() const { return (*tree)[node].kind; }
    [[nodiscard]] bool empty() const { return tree->children(node).empty(); }
    [[nodiscard]] base::Place place() const { return exists() ? tree->place(node) : base::Place{}; }
    [[nodiscard]] base::Place key_place() const { return exists() ? tree->key_place(node) : base::Place{}; }
    [[nodiscard]] TreeValue entry(NodeId child) const { return {tree, child, shape.of_entry(tree->key(child))}; }
    [[nodiscard]] TreeValue item(NodeId child) const { return {tree, child, shape.of_item()}; }
    /// A map that stands where a list may is a list of one.
    [[nodiscard]] bool list_of_one() const {
        return shape.arrangement() == Arrangement::list && kind() == NodeKind::map;
    }
    [[nodiscard]] TreeValue as_item() const { return {tree, node, shape.of_item()}; }
};

/// As written, without quotes and line ends.
[[nodiscard]] std::string one_line(const TreeValue& value);
/// Equal for values that mean the same: order counts only where it says something.
[[nodiscard]] std::string meaning(const TreeValue& value);
/// Waivers and rates have no id: what they are about is their identity, i.e. the fields they cannot do without that hold no prose
/// and no figure. "texas-season drp-007"
[[nodiscard]] std::string identity(const TreeValue& item);

/// Ids are equal without regard to case.
[[nodiscard]] std::string folded_id(std::string_view id);

}  // namespace masar::planfile
