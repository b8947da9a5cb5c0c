#pragma once
// `masar fmt`: the one canonical way to write a plan file. Works on the text by the tokens' places, so that scalars stay as they were
// written and no comment is lost. Idempotent; the plan read from the result is the same.
#include "planfile/node.h"

#include <string>

namespace masar::planfile {

/// Two spaces a level, keys in the order of the schema (records keep theirs), one space in flow maps, flow maps and lists that do not
/// fit into `line_width` or hold comments written as blocks, one empty line between the top level's sections.
/// `tree` must have been read without a syntax error.
[[nodiscard]] std::string formatted(const NodeTree& tree);

constexpr std::size_t line_width = 140;

}  // namespace masar::planfile
