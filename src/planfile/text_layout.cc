#include "planfile/text_layout.h"

#include <algorithm>

namespace masar::planfile {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

}  // namespace

std::size_t TextLayout::line_begin(std::size_t at) const {
    const std::size_t mark = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t end = at == 0 ? nowhere : text_.rfind('\n', at - 1);
    return end == nowhere ? std::min(mark, at) : end + 1;
}

std::size_t TextLayout::line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }

std::size_t TextLayout::next_line(std::size_t at) const { return std::min(line_end(at) + 1, text_.size()); }

bool TextLayout::is_blank(std::size_t line) const {
    const std::string_view words = text_.substr(line, line_end(line) - line);
    return words.find_first_not_of(" \r") == nowhere;
}

std::size_t TextLayout::comment_column(std::size_t line) const {
    const std::string_view words = text_.substr(line, line_end(line) - line);
    const std::size_t first = words.find_first_not_of(' ');
    return first != nowhere && words[first] == '#' ? first : nowhere;
}

std::string_view TextLayout::newline() const {
    const std::size_t first = text_.find('\n');
    return first != nowhere && first > 0 && text_[first - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t TextLayout::begin(NodeId entry) const {
    return tree_[entry].has_key ? tree_[entry].key_begin : tree_[entry].value_begin;
}

std::size_t TextLayout::end(NodeId entry) const {
    const Node& node = tree_[entry];
    if (node.kind != NodeKind::scalar && !node.flow) {
        NodeId last = no_node;
        for (const NodeId child : tree_.children(entry)) last = child;
        if (last != no_node) return std::max<std::size_t>(end(last), node.value_end);
    }
    if (node.has_key && node.value_end <= node.key_end) return colon_end(entry);
    return node.value_end;
}

std::size_t TextLayout::colon_end(NodeId entry) const {
    const std::size_t after = text_.find_first_not_of(' ', tree_[entry].key_end);
    return after != nowhere && text_[after] == ':' ? after + 1 : tree_[entry].key_end;
}

std::vector<std::size_t> TextLayout::block_begins(NodeId container) const {
    std::vector<std::size_t> begins;
    const bool list = tree_[container].kind == NodeKind::list;
    std::size_t from = tree_[container].value_begin;
    for (const NodeId child : tree_.children(container)) {
        if (!list) {
            begins.push_back(begin(child));
            continue;
        }
        // Between two items stand nothing but white space, comments and the dash.
        std::size_t at = text_.find_first_not_of(" \r\n", from);
        while (at < text_.size() && text_[at] == '#') at = text_.find_first_not_of(" \r\n", line_end(at));
        begins.push_back(std::min(at, text_.size()));
        from = std::max(end(child), begins.back() + 1);
    }
    return begins;
}

std::size_t TextLayout::after_block_entry(NodeId entry, std::size_t column) const {
    std::size_t after = next_line(end(entry));
    for (std::size_t line = after; line < text_.size(); line = next_line(line)) {
        const std::size_t comment = comment_column(line);
        if (comment == nowhere ? !is_blank(line) : comment <= column) break;
        if (comment != nowhere) after = next_line(line);
    }
    return after;
}

}  // namespace masar::planfile
