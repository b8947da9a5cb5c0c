#pragma once
// Who may read a record: the side that owns it, those it is released to; a shared record that states nothing, everybody. A field may
// have readers of its own (`release-fields`): they replace the record's, the owner stays.
#include "plan/plan.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace masar::plan {

using Readers = std::vector<bool>;  ///< by SideIndex

[[nodiscard]] inline Readers readers_by(const Plan& plan, SideIndex owner, const Release& release) {
    const bool everybody = !release.stated && !owner.known();
    Readers out(plan.sides.size(), everybody);
    const auto add = [&](SideIndex side) {
        if (side.known() && side.at() < out.size()) out[side.at()] = true;
    };
    add(owner);
    for (const SideIndex side : release.sides) add(side);
    return out;
}

[[nodiscard]] inline Readers readers_of(const Plan& plan, const Record& record) {
    return readers_by(plan, record.owner, record.release);
}

/// Of one field, by its key in the plan file.
[[nodiscard]] inline Readers readers_of(const Plan& plan, const Record& record, std::string_view field) {
    const auto found = std::ranges::find(record.release_fields, field, &FieldRelease::field);
    return readers_by(plan, record.owner, found == record.release_fields.end() ? record.release : found->release);
}

/// The first side that reads the one but not the other.
[[nodiscard]] inline std::optional<std::size_t> first_excluded(const Readers& readers, const Readers& of_other) {
    for (std::size_t side = 0; side < readers.size(); ++side)
        if (readers[side] && !of_other[side]) return side;
    return std::nullopt;
}

}  // namespace masar::plan
