#pragma once
// Equal keys in one map. libfyaml's events let them through, and its document tree finds them in quadratic time.
#include "base/diagnostic.h"
#include "planfile/node.h"

namespace masar::planfile {

/// Marks every later one of equal keys of `map` and reports it with the place of the first.
void mark_duplicate_keys(NodeTree& tree, NodeId map, base::Diagnostics& diagnostics);

}  // namespace masar::planfile
