#pragma once
// Where a plan's text names its records: so that a new id can be written everywhere, and that people see what hangs on a record.
#include "planfile/key_order.h"

#include <functional>

namespace masar::planfile {

struct Reference {
    NodeId node = no_node;
    Kind kind = Kind::none;  ///< of the record named; none = any kind
    std::string_view id;     ///< as written
    std::size_t begin = 0;   ///< its byte in the source; the id stands there unquoted …
    bool in_key = false;     ///< … as a key or a part of it, not in the value
};

/// Of one file, in its order. References that are written with escapes are not found.
void each_reference(const NodeTree& tree, const std::function<void(const Reference&)>& use);

}  // namespace masar::planfile
