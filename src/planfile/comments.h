#pragma once
// The comments and empty lines of a plan file and the entry each belongs to. The YAML library loses them, so they are read from the
// text between the tokens, and every edit of the text carries them along.
#include "planfile/node.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::planfile {

/// Lines of their own, each from '#' to its end; an empty one stands for one or more empty lines.
using CommentLines = std::vector<std::string_view>;

/// Of an entry: a key with its value, or an item of a list. The root's `above` is what opens the file.
struct EntryComments {
    CommentLines above;
    std::string_view beside;  ///< behind the entry, on its line
    CommentLines at_end;      ///< of a map or list: behind its last entry
};

struct Comments {
    std::unordered_map<NodeId, EntryComments> of_entry;
    std::size_t count = 0;  ///< empty lines not counted

    [[nodiscard]] const EntryComments& at(NodeId entry) const;
    /// Whether an entry below this one has a comment, or this one at its end.
    [[nodiscard]] bool inside(const NodeTree& tree, NodeId entry) const;
};

[[nodiscard]] Comments find_comments(const NodeTree& tree);

}  // namespace masar::planfile
