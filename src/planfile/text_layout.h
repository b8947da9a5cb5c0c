#pragma once
// Where the entries of a tree begin and end in their text, lines and comments included.
#include "planfile/node.h"

namespace masar::planfile {

class TextLayout {
public:
    explicit TextLayout(const NodeTree& tree) : tree_(tree), text_(tree.source()) {}

    [[nodiscard]] std::size_t line_begin(std::size_t at) const;
    [[nodiscard]] std::size_t line_end(std::size_t at) const;  ///< of the '\n' or the text
    [[nodiscard]] std::size_t next_line(
        std::size_t at) const;  ///< where the line after this one begins, or the text ends
    [[nodiscard]] std::size_t column(std::size_t at) const { return at - line_begin(at); }
    [[nodiscard]] bool is_blank(std::size_t line) const;  ///< a line without anything but white space
    /// A line that holds nothing but a comment: its column; npos otherwise.
    [[nodiscard]] std::size_t comment_column(std::size_t line) const;
    /// The text's own: "\n" or "\r\n".
    [[nodiscard]] std::string_view newline() const;

    /// Of the key, or of the value of an item.
    [[nodiscard]] std::size_t begin(NodeId entry) const;
    /// Behind the value; behind the colon when nothing stands there.
    [[nodiscard]] std::size_t end(NodeId entry) const;
    /// Behind the colon of a key.
    [[nodiscard]] std::size_t colon_end(NodeId entry) const;
    /// Where entry i of a block map or list begins: its key or its dash.
    [[nodiscard]] std::vector<std::size_t> block_begins(NodeId container) const;
    /// The line after an entry of a block map or list that begins in `column`, after the comment beside it and those deeper below it.
    [[nodiscard]] std::size_t after_block_entry(NodeId entry, std::size_t column) const;

private:
    const NodeTree& tree_;
    std::string_view text_;
};

}  // namespace masar::planfile
