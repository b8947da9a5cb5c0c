#include "planfile/format_plan.h"

#include "base/json_writer.h"
#include "planfile/comments.h"
#include "planfile/key_order.h"

#include <algorithm>
#include <vector>

namespace masar::planfile {
namespace {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Formatter {
public:
    explicit Formatter(const NodeTree& tree) : tree_(tree), comments_(find_comments(tree)) {}

    std::string run() {
        if (tree_.empty()) return std::string(tree_.source());
        write_children(NodeTree::root(), 0);
        if (comments_.blank_at_end && !comments_.at_end.empty()) out_ += '\n';
        for (const std::string_view each : comments_.at_end) write_line(0, each);
        return std::move(out_);
    }

private:
    void write_line(std::size_t indent, std::string_view words) {
        out_.append(indent, ' ');
        out_ += words;
        out_ += '\n';
    }

    /// As written, unless it runs over a line end: then quoted on one line.
    [[nodiscard]] std::string scalar(NodeId id) const {
        const Node& node = tree_[id];
        const std::string_view raw = tree_.source().substr(node.value_begin, node.value_end - node.value_begin);
        return raw.find('\n') == std::string_view::npos ? std::string(raw) : base::json_quoted(tree_.text(id));
    }
    [[nodiscard]] std::string key(NodeId id) const {
        const Node& node = tree_[id];
        return std::string(tree_.source().substr(node.key_begin, node.key_end - node.key_begin));
    }

    [[nodiscard]] std::vector<NodeId> ordered_children(NodeId id) const {
        std::vector<NodeId> children;
        for (const NodeId child : tree_.children(id)) children.push_back(child);
        if (tree_[id].kind == NodeKind::map) sort_by_schema(tree_, id, children);
        return children;
    }

    /// The value on one line, or nothing when comments below it need lines of their own.
    [[nodiscard]] std::string flow(NodeId id) const {
        const Node& node = tree_[id];
        if (node.kind == NodeKind::scalar) return scalar(id);
        std::string out(1, node.kind == NodeKind::map ? '{' : '[');
        for (const NodeId child : ordered_children(id)) {
            if (out.size() > 1) out += ", ";
            if (node.kind == NodeKind::map) out += key(child) + ":" + (is_empty(child) ? "" : " ");
            out += flow(child);
        }
        return out + (node.kind == NodeKind::map ? '}' : ']');
    }

    [[nodiscard]] bool is_empty(NodeId id) const {
        const Node& node = tree_[id];
        return node.kind == NodeKind::scalar && node.value_begin == node.value_end;
    }

    [[nodiscard]] bool has_comments_inside(NodeId id) const {
        for (NodeId each = id + 1; each < tree_[id].subtree_end; ++each) {
            const EntryComments& comments = comments_.at(each);
            if (!comments.above.empty() || !comments.beside.empty()) return true;
        }
        return false;
    }

    [[nodiscard]] bool fits_on_line(NodeId id, std::size_t column) const {
        const Node& node = tree_[id];
        if (node.kind == NodeKind::scalar || tree_.children(id).empty()) return true;
        return node.flow && !has_comments_inside(id) && column + code_points(flow(id)) <= line_width;
    }

    void write_children(NodeId id, std::size_t indent) {
        bool first = true;
        for (const NodeId child : ordered_children(id)) {
            write_above(child, indent, first);
            first = false;
            if (tree_[id].kind == NodeKind::map)
                write_keyed(child, indent);
            else
                write_item(child, indent);
        }
    }

    void write_above(NodeId child, std::size_t indent, bool first) {
        if (dash_pending_) return;  // the comments of "- key:" stand above the dash
        const EntryComments& comments = comments_.at(child);
        const bool top = indent == 0 && !first && tree_[child].kind != NodeKind::scalar;
        if ((comments.blank_above && !out_.empty()) || (top && !out_.ends_with("\n\n"))) out_ += '\n';
        for (const std::string_view each : comments.above) write_line(indent, each);
    }

    void write_keyed(NodeId child, std::size_t indent) {
        if (!dash_pending_) out_.append(indent, ' ');
        dash_pending_ = false;
        const std::string name = key(child);
        out_ += name + ":";
        write_value(child, indent, indent + code_points(name) + 2);
    }

    void write_value(NodeId child, std::size_t indent, std::size_t column) {
        const bool one_line = fits_on_line(child, column);
        if (one_line && !is_empty(child)) out_ += " " + flow(child);
        write_beside(child);
        out_ += '\n';
        if (!one_line) write_children(child, indent + 2);
    }

    void write_beside(NodeId child) {
        const std::string_view comment = comments_.at(child).beside;
        if (!comment.empty()) out_ += "  " + std::string(comment);
    }

    void write_item(NodeId child, std::size_t indent) {
        out_.append(indent, ' ');
        out_ += '-';
        if (fits_on_line(child, indent + 2)) return write_value(child, indent, indent + 2);
        write_item_block(child, indent);
    }

    /// "- " and the first entry on one line, the others below it. Comments above the first entry move above the dash.
    void write_item_block(NodeId child, std::size_t indent) {
        const std::vector<NodeId> children = ordered_children(child);
        const bool starts_below = tree_[child].kind == NodeKind::list || !comments_.at(children.front()).above.empty()
                                  || !comments_.at(child).beside.empty();
        if (starts_below) {
            write_beside(child);
            out_ += '\n';
        } else {
            out_ += ' ';
            dash_pending_ = true;
        }
        write_children(child, indent + 2);
    }

    const NodeTree& tree_;
    Comments comments_;
    std::string out_;
    bool dash_pending_ = false;
};

}  // namespace

std::string formatted(const NodeTree& tree) { return Formatter(tree).run(); }

}  // namespace masar::planfile
