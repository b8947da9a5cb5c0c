#pragma once
// `masar fmt`: the canonical way to write a plan file. Works on the text by the tokens' places, so that scalars stay as they were
// written and no comment is lost. Idempotent; the plan read from the result is the same.
#include "planfile/node.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace masar::planfile {

/// Two spaces a level; fields in the schema's order, records in their own; blocks stay blocks, and maps and lists in brackets stay
/// so: on the line they were written on, or joined when they ran over several and fit into `line_width`; those that do not fit or
/// hold comments become blocks. Comments two spaces behind an entry or as deep as the entry below them; never two empty lines.
/// `tree` must have been read without a syntax error.
[[nodiscard]] std::string formatted(const NodeTree& tree);

/// What a copy of a file leaves out.
struct Omissions {
    std::vector<bool> left_out;  ///< by NodeId: the entry with all below it. No map or list may lose all its entries
    /// A last line for some maps: "withheld: [cost]".
    std::unordered_map<NodeId, std::string> closing;
    bool comments = true;  ///< those of entries that stay are kept
};

/// The same without what is left out: the text tells nothing of it, not even by how it is laid out. What stands in brackets stays so
/// where it fits into `line_width`.
[[nodiscard]] std::string formatted(const NodeTree& tree, const Omissions& omissions);

constexpr std::size_t line_width = 140;  ///< terminal cells

}  // namespace masar::planfile
