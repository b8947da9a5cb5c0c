#include "planfile/comments.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr int before_everything = -1;

/// A line between two entries that still waits for the entry it belongs to.
struct WaitingLine {
    std::string_view words;  ///< empty: an empty line
    int column = 0;
};

/// A block map or list that ended since the last entry: a comment as deep as its entries belongs to its end.
struct Ended {
    NodeId container = no_node;
    int column_of_entries = 0;
};

bool has_words(const CommentLines& lines) {
    return std::ranges::any_of(lines, [](std::string_view line) { return !line.empty(); });
}

class CommentFinder {
public:
    explicit CommentFinder(const NodeTree& tree)
        : tree_(tree),
          text_(tree.source()),
          byte_order_mark_(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0),
          position_(byte_order_mark_) {}

    Comments run() {
        walk_children(NodeTree::root());
        read_gap(text_.size());
        settle_ended(before_everything);
        while (!waiting_.empty() && waiting_.back().words.empty()) waiting_.pop_back();
        for (const WaitingLine& line : waiting_) found_.of_entry[NodeTree::root()].at_end.push_back(line.words);
        return std::move(found_);
    }

private:
    void walk_children(NodeId container) {
        const bool block_list = tree_[container].kind == NodeKind::list && !tree_[container].flow;
        int column = 0;
        for (const NodeId child : tree_.children(container)) {
            const std::size_t begin = block_list ? begin_of_item(child, container) : begin_of(child);
            read_gap(begin);
            column = column_of(block_list && dash_ != std::string_view::npos ? dash_ : begin);
            settle_ended(column);
            settle_above(first_entry_ ? NodeTree::root() : child);
            first_entry_ = false;
            walk(child);
        }
        if (!tree_[container].flow && !tree_.children(container).empty()) ended_.push_back({container, column});
    }

    void walk(NodeId id) {
        const Node& node = tree_[id];
        const bool block = node.kind != NodeKind::scalar && !node.flow;
        // In "- key: value  # why" the comment belongs to the key, not to the item.
        if (node.has_key || !block) note_entry(id);
        if (node.has_key) position_ = node.key_end;
        if (block) return walk_children(id);
        read_gap(node.value_begin);
        settle_above(id);
        if (node.kind == NodeKind::scalar) {
            position_ = std::max<std::size_t>(position_, node.value_end);
        } else {
            position_ = std::max<std::size_t>(position_, node.value_begin + 1);
            walk_children(id);
            read_gap(node.value_end - 1);
            settle_flow_end(id);
            position_ = std::max<std::size_t>(position_, node.value_end);
        }
        last_ended_ = id;
    }

    [[nodiscard]] std::size_t begin_of(NodeId id) const {
        return tree_[id].has_key ? tree_[id].key_begin : tree_[id].value_begin;
    }
    /// An item without a value has no place of its own: it begins behind its dash.
    [[nodiscard]] std::size_t begin_of_item(NodeId id, NodeId list) const {
        const bool empty = tree_[id].kind == NodeKind::scalar && tree_[id].value_begin == tree_[id].value_end;
        std::size_t at =
            empty ? text_.find_first_not_of(" :\r\n", std::max<std::size_t>(position_, tree_[list].value_begin))
                  : std::string_view::npos;
        while (at < text_.size() && text_[at] == '#')
            at = text_.find_first_not_of(" \r\n", std::min(text_.find('\n', at), text_.size()));
        return at < text_.size() && text_[at] == '-' ? at + 1 : begin_of(id);
    }
    [[nodiscard]] std::size_t line_start(std::size_t at) const {
        const std::size_t end = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
        return end == std::string_view::npos ? byte_order_mark_ : end + 1;
    }
    [[nodiscard]] int column_of(std::size_t at) const { return static_cast<int>(at - line_start(at)); }

    void note_entry(NodeId id) {
        const std::size_t line = line_start(begin_of(id));
        if (first_on_line_ == no_node || line != line_of_first_) first_on_line_ = id, line_of_first_ = line;
    }

    /// What stands between two tokens: white space, brackets, commas, dashes and comments.
    void read_gap(std::size_t end) {
        int line_ends = 0;
        dash_ = std::string_view::npos;
        for (std::size_t at = position_; at < end; ++at) {
            const char c = text_[at];
            if (c == '\n') {
                if (++line_ends > 1) wait_empty_line();
            } else if (c == '#') {
                at = take_comment(at) - 1;
                line_ends = 0;
            } else if (c != ' ' && c != '\r') {
                if (c == '-') dash_ = at;
                line_ends = 0;
            }
        }
        position_ = std::max(position_, end);
    }

    void wait_empty_line() {
        if (waiting_.empty() || !waiting_.back().words.empty()) waiting_.push_back({});
    }

    /// Returns the offset of the line's end.
    std::size_t take_comment(std::size_t at) {
        const std::size_t line_end = std::min(text_.find('\n', at), text_.size());
        std::string_view comment = text_.substr(at, line_end - at);
        while (comment.ends_with(' ') || comment.ends_with('\r')) comment.remove_suffix(1);
        ++found_.count;
        const std::size_t start = line_start(at);
        const std::string_view before = text_.substr(start, at - start);
        const bool own_line = before.find_first_not_of(' ') == std::string_view::npos;
        const bool behind_dash = dash_ != std::string_view::npos && dash_ >= start;
        const NodeId entry = own_line || behind_dash ? no_node : entry_of_line(start);
        if (entry != no_node && found_.of_entry[entry].beside.empty())
            found_.of_entry[entry].beside = comment;
        else
            waiting_.push_back({comment, own_line ? static_cast<int>(before.size()) : 0});
        return line_end;
    }

    /// The first entry that begins on the line writes it, unless that line closes the brackets around it.
    [[nodiscard]] NodeId entry_of_line(std::size_t line) const {
        const bool begins = first_on_line_ != no_node && line_of_first_ == line;
        const bool ends = last_ended_ != no_node && line_start(tree_[last_ended_].value_end) == line;
        if (!ends) return begins ? first_on_line_ : no_node;
        const bool around = last_ended_ < first_on_line_ && first_on_line_ < tree_[last_ended_].subtree_end;
        return begins && !around ? first_on_line_ : last_ended_;
    }

    /// Comments deeper than the next entry belong to the end of the map or list whose entries are as deep.
    void settle_ended(int next_column) {
        std::size_t taken = 0;
        for (std::size_t i = 0; i < waiting_.size() && !ended_.empty(); ++i) {
            if (waiting_[i].words.empty()) continue;
            const NodeId container = container_at(waiting_[i].column, next_column);
            if (container == no_node) break;
            for (; taken <= i; ++taken) found_.of_entry[container].at_end.push_back(waiting_[taken].words);
        }
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(taken));
        ended_.clear();
    }

    [[nodiscard]] NodeId container_at(int column, int next_column) const {
        if (column <= next_column) return no_node;
        for (const Ended& each : ended_)  // innermost first
            if (each.column_of_entries <= column) return each.container;
        return no_node;
    }

    void settle_above(NodeId entry) {
        if (waiting_.empty()) return;
        CommentLines& above = found_.of_entry[entry].above;
        for (const WaitingLine& line : waiting_) above.push_back(line.words);
        waiting_.clear();
    }

    /// What stands before a closing bracket; an empty pair of brackets has no end to write it at.
    void settle_flow_end(NodeId id) {
        if (waiting_.empty()) return;
        EntryComments& comments = found_.of_entry[id];
        CommentLines& target = tree_.children(id).empty() ? comments.above : comments.at_end;
        for (const WaitingLine& line : waiting_)
            if (!line.words.empty()) target.push_back(line.words);
        waiting_.clear();
    }

    const NodeTree& tree_;
    std::string_view text_;
    std::size_t byte_order_mark_;  ///< its bytes
    Comments found_;
    std::vector<WaitingLine> waiting_;
    std::vector<Ended> ended_;
    std::size_t position_;                       ///< everything before it is read
    std::size_t dash_ = std::string_view::npos;  ///< the last one in the gap
    NodeId first_on_line_ = no_node, last_ended_ = no_node;
    std::size_t line_of_first_ = 0;
    bool first_entry_ = true;
};

}  // namespace

const EntryComments& Comments::at(NodeId entry) const {
    static const EntryComments none;
    const auto found = of_entry.find(entry);
    return found == of_entry.end() ? none : found->second;
}

bool Comments::inside(const NodeTree& tree, NodeId entry) const {
    if (of_entry.empty()) return false;
    for (NodeId each = entry; each < tree[entry].subtree_end; ++each) {
        const EntryComments& comments = at(each);
        const bool of_own = each == entry;  // its own comments above and beside are outside
        if (has_words(comments.at_end) || (!of_own && (has_words(comments.above) || !comments.beside.empty())))
            return true;
    }
    return false;
}

Comments find_comments(const NodeTree& tree) { return tree.empty() ? Comments{} : CommentFinder(tree).run(); }

}  // namespace masar::planfile
