#include "planfile/format_plan.h"

#include "base/json_writer.h"
#include "base/terminal_width.h"
#include "planfile/comments.h"
#include "planfile/key_order.h"

#include <vector>

namespace masar::planfile {
namespace {

constexpr std::size_t level = 2;

bool runs_over_lines(std::string_view text) { return text.find('\n') != std::string_view::npos; }

std::string_view without_margins(std::string_view line, bool keep_left) {
    while (!keep_left && line.starts_with(' ')) line.remove_prefix(1);
    while (line.ends_with(' ') || line.ends_with('\r')) {
        // "\ " at the end of a quoted line is a space that counts.
        if (line.size() > 1 && line[line.size() - 2] == '\\') break;
        line.remove_suffix(1);
    }
    return line;
}

class Formatter {
public:
    explicit Formatter(const NodeTree& tree, const Omissions* omissions = nullptr)
        : tree_(tree), omissions_(omissions) {
        if (!omissions || omissions->comments) comments_ = find_comments(tree);
        for (NodeId id = 0; omissions && id < tree.size(); ++id)
            if (omissions->left_out[id])
                for (NodeId below = id; below < tree[id].subtree_end; ++below) comments_.of_entry.erase(below);
    }

    std::string run() {
        if (tree_.empty()) return std::string(tree_.source());
        write_lines(comments_.at(NodeTree::root()).above, 0);
        write_entries(NodeTree::root(), Shape::of_plan(), 0);
        return std::move(out_);
    }

private:
    /// Empty lines open no block and never stand two in a row.
    void write_lines(const CommentLines& lines, std::size_t indent) {
        for (const std::string_view line : lines) {
            if (line.empty()) {
                if (!block_begins_ && !out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
                continue;
            }
            out_.append(indent, ' ').append(line) += '\n';
            block_begins_ = false;
        }
    }

    [[nodiscard]] std::string_view written(NodeId id) const {
        const Node& node = tree_[id];
        return tree_.source().substr(node.value_begin, node.value_end - node.value_begin);
    }
    [[nodiscard]] bool is_empty(NodeId id) const { return tree_[id].kind == NodeKind::scalar && written(id).empty(); }

    /// As written; a key that runs over a line end is quoted on one line.
    [[nodiscard]] std::string key(NodeId id) const {
        const Node& node = tree_[id];
        const std::string_view raw = tree_.source().substr(node.key_begin, node.key_end - node.key_begin);
        return runs_over_lines(raw) ? base::json_quoted(tree_.key(id)) : std::string(raw);
    }

    /// As written; the lines of a text that runs over several are indented anew, which YAML does not count as text.
    [[nodiscard]] std::string scalar(NodeId id, std::size_t indent) const {
        std::string_view rest = written(id);
        std::string out;
        for (bool first = true;; first = false) {
            const std::size_t end = rest.find('\n');
            const bool last = end == std::string_view::npos;
            const std::string_view line = last && first ? rest : without_margins(rest.substr(0, end), first);
            if (!first) out.append(1, '\n').append(line.empty() ? 0 : indent + level, ' ');
            out += line;
            if (last) return out;
            rest.remove_prefix(end + 1);
        }
    }

    /// On one line, in brackets.
    [[nodiscard]] std::string flow(NodeId id, const Shape& shape) const {
        const Node& node = tree_[id];
        if (node.kind == NodeKind::scalar) return std::string(written(id));
        const bool map = node.kind == NodeKind::map;
        std::string out(1, map ? '{' : '[');
        for (const NodeId child : entries(id, shape)) {
            if (out.size() > 1) out += ", ";
            if (map) out += key(child) + (is_empty(child) ? ":" : ": ");
            out += flow(child, below(shape, id, child));
        }
        if (const std::string* last = closing(id)) out.append(out.size() > 1 ? ", " : "") += *last;
        return out + (map ? '}' : ']');
    }

    /// Those that are written, in the order in which they are.
    [[nodiscard]] std::vector<NodeId> entries(NodeId container, const Shape& shape) const {
        std::vector<NodeId> children = in_key_order(tree_, container, shape);
        if (omissions_) std::erase_if(children, [&](NodeId child) { return omissions_->left_out[child]; });
        return children;
    }
    [[nodiscard]] const std::string* closing(NodeId container) const {
        if (!omissions_) return nullptr;
        const auto found = omissions_->closing.find(container);
        return found == omissions_->closing.end() ? nullptr : &found->second;
    }

    [[nodiscard]] Shape below(const Shape& shape, NodeId container, NodeId child) const {
        return tree_[container].kind == NodeKind::map ? shape.of_entry(tree_.key(child)) : shape.of_item();
    }

    [[nodiscard]] bool on_one_line(NodeId id, const Shape& shape, std::size_t column) const {
        const Node& node = tree_[id];
        if (node.kind == NodeKind::scalar || tree_.children(id).empty()) return true;
        if (!node.flow || comments_.inside(tree_, id)) return false;
        if (!omissions_ && !runs_over_lines(written(id))) return true;
        const std::string joined = flow(id, shape);
        return !runs_over_lines(joined) && column + base::display_width(joined) <= line_width;
    }

    void write_entries(NodeId container, const Shape& shape, std::size_t indent) {
        block_begins_ = !dash_pending_ && container != NodeTree::root();
        for (const NodeId child : entries(container, shape)) {
            const Shape shape_below = below(shape, container, child);
            if (!dash_pending_) write_lines(comments_.at(child).above, indent);
            if (tree_[container].kind == NodeKind::map)
                write_keyed(child, shape_below, indent);
            else
                write_item(child, shape_below, indent);
        }
        if (const std::string* last = closing(container)) {
            begin_entry(indent);
            out_.append(*last) += '\n';
        }
        write_lines(comments_.at(container).at_end, indent);
    }

    void begin_entry(std::size_t indent) {
        if (!dash_pending_) out_.append(indent, ' ');
        dash_pending_ = false;
        block_begins_ = false;
    }

    void write_keyed(NodeId child, const Shape& shape, std::size_t indent) {
        begin_entry(indent);
        const std::string name = key(child);
        out_ += name + ":";
        const std::size_t column = indent + base::display_width(name) + 2;
        if (on_one_line(child, shape, column)) return write_on_line(child, shape, indent);
        end_line(child);
        write_entries(child, shape, indent + level);
    }

    void write_on_line(NodeId child, const Shape& shape, std::size_t indent) {
        if (tree_[child].kind == NodeKind::scalar)
            out_ += (is_empty(child) ? "" : " ") + scalar(child, indent);
        else if (tree_.children(child).empty())
            out_ += tree_[child].kind == NodeKind::map ? " {}" : " []";
        else
            out_ += " " + flow(child, shape);
        end_line(child);
    }

    void end_line(NodeId child) {
        const std::string_view comment = comments_.at(child).beside;
        if (!comment.empty()) out_.append("  ").append(comment);
        out_ += '\n';
    }

    void write_item(NodeId child, const Shape& shape, std::size_t indent) {
        if (on_one_line(child, shape, indent + level)) {
            begin_entry(indent);
            out_ += '-';
            return write_on_line(child, shape, indent);
        }
        if (!dash_pending_) write_first_comments(child, shape, indent);
        begin_entry(indent);
        out_ += "- ";
        dash_pending_ = true;
        write_entries(child, shape, indent + level);
    }

    /// The first entry of an item shares the line of the dash, so that its comments stand above the dash.
    void write_first_comments(NodeId item, const Shape& shape, std::size_t indent) {
        const NodeId first = entries(item, shape).front();
        hand_down_beside(item, first);
        write_lines(comments_.at(first).above, indent);
        const Shape shape_of_first = below(shape, item, first);
        if (!tree_[first].has_key && !on_one_line(first, shape_of_first, indent + 2 * level))
            write_first_comments(first, shape_of_first, indent);
    }

    /// The comment behind "- {" goes behind the first entry, or above it when there is one already.
    void hand_down_beside(NodeId item, NodeId first) {
        const std::string_view comment = comments_.at(item).beside;
        if (comment.empty()) return;
        EntryComments& target = comments_.of_entry[first];
        if (target.beside.empty())
            target.beside = comment;
        else
            target.above.push_back(comment);
    }

    const NodeTree& tree_;
    const Omissions* omissions_;  ///< null: everything is written
    Comments comments_;
    std::string out_;
    bool dash_pending_ = false;  ///< "- " is written and the entry that shares its line is not
    bool block_begins_ = false;
};

}  // namespace

std::string formatted(const NodeTree& tree) { return Formatter(tree).run(); }
std::string formatted(const NodeTree& tree, const Omissions& omissions) { return Formatter(tree, &omissions).run(); }

}  // namespace masar::planfile
