// The part of the editor that replaces one value by another as a whole.
#include "base/json_writer.h"
#include "base/terminal_width.h"
#include "planfile/format_plan.h"
#include "planfile/scalar_text.h"
#include "planfile/tree_editor.h"

#include <algorithm>

namespace masar::planfile {
namespace {

bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

/// In quotes of the kind that the old one has without need, so that putting it back gives the old bytes.
std::string TreeEditor::scalar_like(NodeId old, std::string_view text) const {
    const Node& node = tree_[old];
    const std::string_view written = tree_.source().substr(node.value_begin, node.value_end - node.value_begin);
    const bool as_ever = node.kind != NodeKind::scalar || scalar_text(tree_.text(old)) == written;
    if (as_ever || has_control(text) || node.value_style == ScalarStyle::plain) return scalar_text(text);
    if (node.value_style == ScalarStyle::double_quoted) return base::json_quoted(text);
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
}

void TreeEditor::replace(const Spot& at, const WrittenValue& value) {
    const Node& node = tree_[at.node];
    const bool block = node.kind != NodeKind::scalar && !node.flow;
    if (block) return replace_block(at, value);
    const std::string text =
        value.kind == NodeKind::scalar ? scalar_like(at.node, value.text) : flow_text(value, at.shape);
    const bool may_be_block = node.has_key && value.kind != NodeKind::scalar && !value.entries.empty()
                              && !in_brackets(at.node) && node.kind == NodeKind::scalar;
    const std::size_t column = layout_.column(layout_.begin(at.node));
    if (may_be_block && column + base::display_width(tree_.key(at.node)) + 2 + base::display_width(text) > line_width)
        return write_lines_below(at, value);
    std::string kept;
    for (const std::string_view comment : comments_inside(at.node, node.value_begin))
        kept.append(" ").append(comment).append(layout_.newline()).append(column + 1, ' ');
    const std::size_t begin =
        node.has_key ? std::max<std::size_t>(node.value_begin, layout_.colon_end(at.node)) : node.value_begin;
    const bool empty = node.kind == NodeKind::scalar && node.value_begin == node.value_end;
    if (!empty) return splices_.replace(node.value_begin, node.value_end, text + kept);
    const bool colon = !node.has_key || layout_.colon_end(at.node) > node.key_end;
    splices_.insert(begin, (colon ? " " : ": ") + text);
}

void TreeEditor::replace_block(const Spot& at, const WrittenValue& value) {
    const Node& node = tree_[at.node];
    const std::size_t own_begin = layout_.begin(at.node), column = layout_.column(own_begin);
    const std::vector<std::size_t> begins = layout_.block_begins(at.node);
    const std::size_t from = node.has_key ? layout_.next_line(layout_.colon_end(at.node)) : node.value_begin;
    const std::size_t deep = begins.empty() ? column : layout_.column(begins.front());
    std::size_t after = layout_.next_line(layout_.end(at.node));
    for (const NodeId child : tree_.children(at.node)) after = layout_.after_block_entry(child, std::min(column, deep));
    std::string comments;
    for (const std::string_view comment : comments_inside(at.node, from))
        comments.append(column, ' ').append(comment).append(layout_.newline());
    if (!node.has_key) {  // an item: the dash stays
        splices_.replace(from, after, flow_text(value, at.shape).append(layout_.newline()) + comments);
        return;
    }
    WrittenValue entry = value;
    entry.key = tree_.key(at.node);
    const std::string lines =
        block_entry(entry, at.shape, {column, layout_.newline(), RecordStyle::lines}).substr(column);
    const std::size_t first_end = lines.find(layout_.newline());
    const std::string head = lines.substr(key_text(entry.key).size() + 1, first_end - key_text(entry.key).size() - 1);
    splices_.insert(layout_.colon_end(at.node), head);
    splices_.replace(from, after, lines.substr(first_end + layout_.newline().size()) + comments);
}

/// A value that does not fit behind its key: behind the comment beside it come the lines.
void TreeEditor::write_lines_below(const Spot& at, const WrittenValue& value) {
    const Node& node = tree_[at.node];
    WrittenValue entry = value;
    entry.key = tree_.key(at.node);
    const std::size_t column = layout_.column(layout_.begin(at.node));
    const std::string lines = block_entry(entry, at.shape, {column, layout_.newline(), RecordStyle::lines});
    splices_.remove(layout_.colon_end(at.node), std::max<std::size_t>(node.value_end, layout_.colon_end(at.node)));
    const std::size_t next = layout_.next_line(layout_.end(at.node));
    insert_lines(next, lines.substr(lines.find(layout_.newline()) + layout_.newline().size()));
}

std::vector<std::string_view> TreeEditor::comments_inside(NodeId node, std::size_t from) {
    if (tree_[node].kind == NodeKind::scalar) return {};
    if (!comments_) comments_ = find_comments(tree_);
    std::vector<std::string_view> found;
    const auto add = [&](std::string_view comment) {
        if (!comment.empty() && comment.data() >= tree_.source().data() + from) found.push_back(comment);
    };
    for (NodeId each = node; each < tree_[node].subtree_end; ++each) {
        const EntryComments& comments = comments_->at(each);
        std::ranges::for_each(comments.at_end, add);
        if (each == node) continue;
        std::ranges::for_each(comments.above, add);
        add(comments.beside);
    }
    std::ranges::sort(found, {}, [](std::string_view comment) { return comment.data(); });
    return found;
}

}  // namespace masar::planfile
