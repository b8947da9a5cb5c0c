#pragma once
// Who may read a record: the side that owns it, those it is released to; a shared record that states nothing, everybody.
#include "plan/plan.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace masar::lint {

using Readers = std::vector<bool>;  ///< by SideIndex

[[nodiscard]] inline Readers readers_of(const plan::Plan& plan, const plan::Record& record) {
    const bool everybody = !record.release.stated && !record.owner.known();
    Readers out(plan.sides.size(), everybody);
    const auto add = [&](plan::SideIndex side) {
        if (side.known() && side.at() < out.size()) out[side.at()] = true;
    };
    add(record.owner);
    for (const plan::SideIndex side : record.release.sides) add(side);
    return out;
}

/// The first side that reads the one but not the other.
[[nodiscard]] inline std::optional<std::size_t> first_excluded(const Readers& readers, const Readers& of_other) {
    for (std::size_t side = 0; side < readers.size(); ++side)
        if (readers[side] && !of_other[side]) return side;
    return std::nullopt;
}

}  // namespace masar::lint
