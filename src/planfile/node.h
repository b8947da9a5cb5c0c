#pragma once
// The text as a tree: every value with the bytes it stands on. Flat (a node's children follow it), 24 bytes a node, so that a plan
// of 100,000 activities fits; nothing is typed yet: a scalar is its text.
#include "base/place.h"
#include "planfile/source_index.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::planfile {

using NodeId = std::uint32_t;
constexpr NodeId no_node = UINT32_MAX;

enum class NodeKind : std::uint8_t { scalar, list, map };
enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted };

struct Node {
    std::uint32_t key_begin = 0, key_end = 0;  ///< bytes of the key, quotes included; both 0 in a list and at the root
    std::uint32_t value_begin = 0, value_end = 0;  ///< bytes of the value, quotes and brackets included
    NodeId subtree_end = 0;                        ///< the node after the last one below this
    NodeKind kind = NodeKind::scalar;
    ScalarStyle key_style : 2 = ScalarStyle::plain, value_style : 2 = ScalarStyle::plain;
    bool has_key : 1 = false;
    bool flow : 1 = false;       ///< written with brackets; block otherwise
    bool duplicate : 1 = false;  ///< an equal key stands before it in the same map; it has its diagnostic
    bool key_stored : 1 =
        false;  ///< the key's or the value's text differs from the bytes in the file (escapes, folding)
    bool text_stored : 1 = false;  ///< … and lies in the tree
};
static_assert(sizeof(Node) <= 24);

class NodeTree {
public:
    /// `source` must outlive the tree, and stay where it is.
    NodeTree(std::string_view source, std::uint16_t file) : source_(source), index_(source, file) {}

    [[nodiscard]] bool empty() const { return nodes_.empty(); }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] static constexpr NodeId root() { return 0; }
    [[nodiscard]] const Node& operator[](NodeId id) const { return nodes_[id]; }
    [[nodiscard]] std::string_view source() const { return source_; }
    [[nodiscard]] const SourceIndex& index() const { return index_; }

    /// Text of a key or a scalar, without quotes and with escapes resolved.
    [[nodiscard]] std::string_view key(NodeId id) const;
    [[nodiscard]] std::string_view text(NodeId id) const;
    [[nodiscard]] base::Place key_place(NodeId id) const;
    /// Of the value; of the key when the value is empty.
    [[nodiscard]] base::Place place(NodeId id) const;

    class Children;
    [[nodiscard]] Children children(NodeId id) const;
    /// First child with this key; no_node when there is none.
    [[nodiscard]] NodeId find(NodeId map, std::string_view key) const;

    // For the event reader, which builds the tree.
    NodeId add(const Node& node);
    Node& edit(NodeId id) { return nodes_[id]; }
    void store_key(NodeId id, std::string text);
    void store_text(NodeId id, std::string text);

private:
    std::string_view source_;
    SourceIndex index_;
    std::vector<Node> nodes_;
    std::unordered_map<NodeId, std::string> stored_keys_, stored_texts_;
};

/// For loops: `for (NodeId child : tree.children(id))`.
class NodeTree::Children {
public:
    struct Iterator {
        const NodeTree* tree;
        NodeId at;
        NodeId operator*() const { return at; }
        Iterator& operator++() { return at = (*tree)[at].subtree_end, *this; }
        bool operator!=(const Iterator& other) const { return at != other.at; }
    };
    Children(const NodeTree& tree, NodeId parent) : tree_(&tree), parent_(parent) {}
    [[nodiscard]] Iterator begin() const { return {tree_, parent_ + 1}; }
    [[nodiscard]] Iterator end() const { return {tree_, (*tree_)[parent_].subtree_end}; }
    [[nodiscard]] bool empty() const { return parent_ + 1 == (*tree_)[parent_].subtree_end; }
    [[nodiscard]] std::size_t count() const;

private:
    const NodeTree* tree_;
    NodeId parent_;
};

inline NodeTree::Children NodeTree::children(NodeId id) const { return {*this, id}; }

}  // namespace masar::planfile
