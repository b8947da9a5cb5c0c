#pragma once
// `masar diff`: compares two plans by id. The order of records, fields and sets, comments, block or flow style, quotes and the file in
// which a record stands make no difference; `avoid: ramadan` equals `avoid: [ramadan]`.
#include "plan/difference.h"
#include "planfile/node.h"

#include <vector>

namespace masar::planfile {

/// In the order of the newer plan, then what was removed, section by section. A renamed id is one removed and one added. Waivers and
/// rates have no id and are known by what they are about: "texas-season drp-007", "USD AED 2026-01-01". O(n log n) in the records.
[[nodiscard]] std::vector<plan::Difference> differences(const std::vector<const NodeTree*>& before,
                                                        const std::vector<const NodeTree*>& after);

}  // namespace masar::planfile
