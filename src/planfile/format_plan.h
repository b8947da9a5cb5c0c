#pragma once
// `masar fmt`: the canonical way to write a plan file. Works on the text by the tokens' places, so that scalars stay as they were
// written and no comment is lost. Idempotent; the plan read from the result is the same.
#include "planfile/node.h"

#include <string>

namespace masar::planfile {

/// Two spaces a level; fields in the schema's order, records in their own; blocks stay blocks, and maps and lists in brackets stay
/// so: on the line they were written on, or joined when they ran over several and fit into `line_width`; those that do not fit or
/// hold comments become blocks. Comments two spaces behind an entry or as deep as the entry below them; never two empty lines.
/// `tree` must have been read without a syntax error.
[[nodiscard]] std::string formatted(const NodeTree& tree);

constexpr std::size_t line_width = 140;  ///< terminal cells

}  // namespace masar::planfile
