#pragma once
// Text → tree, through libfyaml's events. Guards the source first, limits the depth, refuses what the subset leaves out, and finds
// duplicate keys (events do not). A syntax error ends the file; everything before it is kept.
#include "base/diagnostic.h"
#include "planfile/node.h"

namespace masar::planfile {

constexpr std::size_t greatest_depth = 32;

struct ReadTree {
    NodeTree tree;  ///< empty, or with a root that is a map
    base::Diagnostics diagnostics;
    bool complete = true;  ///< false after a syntax error: what stands behind it is not known
};

/// `text` must outlive the tree.
[[nodiscard]] ReadTree read_tree(std::string_view text, std::uint16_t file);

}  // namespace masar::planfile
