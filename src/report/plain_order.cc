#include "report/plain_order.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace masar::report {

plan::Explanation in_plain_order(plan::Explanation explanation, const Reader& reader) {
    if (reader.whole()) return explanation;
    const auto place_of = [&](const plan::ConflictMember& each) {
        return reader.reads(each) ? std::tuple(false, static_cast<int>(each.kind), each.id, each.record)
                                  : std::tuple(true, 0, std::string(), each.reference);
    };
    for (plan::Conflict& each : explanation.conflicts) std::ranges::stable_sort(each.members, {}, place_of);
    return explanation;
}

}  // namespace masar::report
