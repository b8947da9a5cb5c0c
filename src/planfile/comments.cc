#include "planfile/comments.h"

#include <algorithm>

namespace masar::planfile {
namespace {

struct Entry {
    NodeId node = no_node;
    std::uint32_t begin = 0;
    std::uint32_t line_start = 0;
};

class CommentFinder {
public:
    explicit CommentFinder(const NodeTree& tree) : tree_(tree), text_(tree.source()) {}

    Comments run() {
        for (NodeId id = 1; id < tree_.size(); ++id) {
            const Node& node = tree_[id];
            const std::uint32_t begin = node.has_key ? node.key_begin : node.value_begin;
            gap_before(begin, id);
            entry_ = {id, begin, line_start(begin)};
            note_first_of_line(entry_);
            if (node.has_key) position_ = node.key_end;
            if (node.kind == NodeKind::scalar) {
                if (node.has_key) gap_before(node.value_begin, no_node);
                position_ = std::max(position_, node.value_end);
            }
        }
        gap_before(static_cast<std::uint32_t>(text_.size()), no_node);
        found_.at_end = std::move(waiting_.above);
        found_.blank_at_end = waiting_.blank_above;
        return std::move(found_);
    }

private:
    [[nodiscard]] std::uint32_t line_start(std::uint32_t at) const {
        const std::size_t end = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
        return end == std::string_view::npos ? 0 : static_cast<std::uint32_t>(end + 1);
    }

    /// A comment behind several entries of one line belongs to the first of them: that line is written by it.
    void note_first_of_line(const Entry& entry) {
        if (entry.line_start != first_of_line_.line_start || first_of_line_.node == no_node) first_of_line_ = entry;
    }

    /// Reads the comments between the last token and `end`; those on lines of their own wait for the entry `next`.
    void gap_before(std::uint32_t end, NodeId next) {
        bool own_line = position_ == 0;
        int line_ends = position_ == 0 ? 1 : 0;
        for (std::uint32_t at = position_; at < end; ++at) {
            const char c = text_[at];
            if (c == '\n') {
                if (++line_ends > 1 && waiting_.above.empty() && position_ != 0) waiting_.blank_above = true;
                own_line = true;
            } else if (c == '#' && (own_line || at == 0 || text_[at - 1] == ' ')) {
                at = take(at, own_line) - 1;
                line_ends = 0;
            } else if (c != ' ' && c != '\r') {
                line_ends = 0;
                own_line = own_line && (c == '-');
            }
        }
        position_ = std::max(position_, end);
        if (next != no_node) settle(next);
    }

    std::uint32_t take(std::uint32_t at, bool own_line) {
        const std::size_t line_end = std::min(text_.find('\n', at), text_.size());
        std::string_view comment = text_.substr(at, line_end - at);
        while (comment.ends_with(' ') || comment.ends_with('\r')) comment.remove_suffix(1);
        ++found_.count;
        EntryComments* beside = own_line ? nullptr : entry_on_line(at);
        if (beside && beside->beside.empty())
            beside->beside = comment;
        else
            waiting_.above.push_back(comment);
        return static_cast<std::uint32_t>(line_end);
    }

    EntryComments* entry_on_line(std::uint32_t at) {
        if (first_of_line_.node == no_node || first_of_line_.line_start != line_start(at)) return nullptr;
        return &found_.of_entry[first_of_line_.node];
    }

    void settle(NodeId entry) {
        if (waiting_.above.empty() && !waiting_.blank_above) return;
        EntryComments& target = found_.of_entry[entry];
        target.above = std::move(waiting_.above);
        target.blank_above = waiting_.blank_above;
        waiting_ = {};
    }

    const NodeTree& tree_;
    std::string_view text_;
    Comments found_;
    EntryComments waiting_;
    Entry entry_, first_of_line_;
    std::uint32_t position_ = 0;
};

}  // namespace

const EntryComments& Comments::at(NodeId entry) const {
    static const EntryComments none;
    const auto found = of_entry.find(entry);
    return found == of_entry.end() ? none : found->second;
}

Comments find_comments(const NodeTree& tree) { return tree.empty() ? Comments{} : CommentFinder(tree).run(); }

}  // namespace masar::planfile
