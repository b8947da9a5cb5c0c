#pragma once
// Changes of single values, made on the text of a tree by its marks: comments and the style of everything else stay.
#include "planfile/comments.h"
#include "planfile/text_layout.h"
#include "planfile/text_splices.h"
#include "planfile/written_value.h"

#include <optional>
#include <span>

namespace masar::planfile {

/// A value of the tree and what the schema says about it.
struct Spot {
    NodeId node = no_node;
    Shape shape = Shape::unknown();
};

/// Several changes may be asked for before the text is made anew, as long as none falls into what another replaces.
class TreeEditor {
public:
    explicit TreeEditor(const NodeTree& tree) : tree_(tree), layout_(tree) {}

    /// The value says `value` afterwards. Inside maps and lists only what differs is touched.
    void set(const Spot& at, const WrittenValue& value);
    /// A new entry of a map: where the schema's order has it, else last.
    void add_entry(const Spot& map, const WrittenValue& entry);
    /// A new record, written like the ones that stand there, behind them.
    void add_record(const Spot& heading, const WrittenValue& record);
    /// A new top-level key, set off like the others.
    void add_heading(const WrittenValue& heading);
    /// A new last item. What is a list of one without brackets becomes a list.
    void add_item(const Spot& list, const WrittenValue& item);
    /// Takes an entry or item out of its container, which keeps at least one other.
    void remove(const Spot& container, NodeId entry);
    void rename_key(NodeId entry, std::string_view key);

    [[nodiscard]] bool changed() const { return !splices_.empty(); }
    [[nodiscard]] std::string text() const { return splices_.applied_to(tree_.source()); }
    /// Whether the value stands in brackets, or in a container that does.
    [[nodiscard]] bool in_brackets(NodeId node) const;
    [[nodiscard]] TextSplices& splices() { return splices_; }

private:
    /// What a container is to hold: its own entries by node, new ones by value, in order.
    struct Piece {
        NodeId kept = no_node;
        const WrittenValue* fresh = nullptr;
    };
    using Pieces = std::vector<Piece>;

    void set_entries(const Spot& container, const WrittenValue& value);
    [[nodiscard]] Pieces pieces_of_map(const Spot& map, const WrittenValue& value) const;
    [[nodiscard]] Pieces pieces_of_list(const Spot& list, const WrittenValue& value) const;
    void arrange(const Spot& container, const Pieces& pieces);
    void arrange_brackets(const Spot& container, const Pieces& pieces);
    void arrange_block(const Spot& container, const Pieces& pieces);
    void remove_from_brackets(std::span<const NodeId> children, std::size_t at, std::optional<std::size_t> last_kept);
    void insert_lines(std::size_t at, std::string lines);
    void insert_before_first(const Spot& container, const std::string& lines, std::size_t column);
    void remove_lines(NodeId entry, std::size_t begin);

    void replace(const Spot& at, const WrittenValue& value);
    void replace_block(const Spot& at, const WrittenValue& value);
    void write_lines_below(const Spot& at, const WrittenValue& value);
    [[nodiscard]] std::string scalar_like(NodeId old, std::string_view text) const;
    /// Comments inside a value, in order, that begin at `from` or behind it.
    [[nodiscard]] std::vector<std::string_view> comments_inside(NodeId node, std::size_t from);
    [[nodiscard]] Shape below(const Spot& container, NodeId child) const;
    [[nodiscard]] Shape below(const Spot& container, const WrittenValue& entry) const;
    [[nodiscard]] std::vector<NodeId> children(NodeId container) const;

    const NodeTree& tree_;
    TextLayout layout_;
    std::optional<Comments> comments_;
    TextSplices splices_;
};

}  // namespace masar::planfile
