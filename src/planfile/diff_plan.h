#pragma once
// `masar diff`: compares two plans by id. Order of records, key order, comments, block or flow style and the file in which a record
// stands make no difference; `avoid: ramadan` equals `avoid: [ramadan]`.
#include "plan/difference.h"
#include "planfile/node.h"

#include <vector>

namespace masar::planfile {

/// In the order of the newer plan, then what was removed, section by section.
[[nodiscard]] std::vector<plan::Difference> differences(const std::vector<const NodeTree*>& before,
                                                        const std::vector<const NodeTree*>& after);

}  // namespace masar::planfile
