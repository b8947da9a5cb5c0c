#pragma once
// The comments of a plan file and the entry each belongs to. The YAML library loses them, so they are read from the text between
// the tokens, and every edit of the text carries them along.
#include "planfile/node.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::planfile {

struct EntryComments {
    std::vector<std::string_view> above;  ///< on lines of their own, in order, each from '#' to the line's end
    std::string_view beside;              ///< behind the entry, on its line
    bool blank_above = false;             ///< an empty line stands above the entry (and above its comments)
};

struct Comments {
    std::unordered_map<NodeId, EntryComments> of_entry;
    std::vector<std::string_view> at_end;  ///< after the last entry
    bool blank_at_end = false;
    std::size_t count = 0;

    [[nodiscard]] const EntryComments& at(NodeId entry) const;
};

/// An entry is a key with its value, or an item of a list.
[[nodiscard]] Comments find_comments(const NodeTree& tree);

}  // namespace masar::planfile
