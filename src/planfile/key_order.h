#pragma once
// The order in which the keys of a record are written: the schema's. Keys that it does not know come last, in their own order.
#include "planfile/node.h"

#include <vector>

namespace masar::planfile {

/// Sorts the children of `map` if its keys are fields; leaves maps whose keys are ids as they stand (their order is the plan's).
void sort_by_schema(const NodeTree& tree, NodeId map, std::vector<NodeId>& children);

}  // namespace masar::planfile
