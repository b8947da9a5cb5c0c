#pragma once
// For whom an explanation is told: everything, or only what is released to one side. What is withheld is counted, no more.
#include "plan/explanation.h"

#include <string_view>
#include <vector>

namespace masar::report {

struct ExplanationReader {
    plan::SideIndex side;  ///< unknown = whoever holds the whole plan

    [[nodiscard]] bool reads(const std::vector<plan::SideIndex>& readers) const;
    [[nodiscard]] bool reads(const plan::Plan& plan, const plan::Record& record, std::string_view field) const;
    [[nodiscard]] bool reads(const plan::ConflictMember& member) const { return reads(member.readers); }
};

/// References of what the reader may not read, rising.
[[nodiscard]] std::vector<int> withheld_references(const plan::Conflict& conflict, const ExplanationReader& reader);

/// What may be proposed: where a limit is withheld, no least amount is told, because it would tell the limit.
[[nodiscard]] std::vector<plan::Repair> readable_repairs(const plan::Conflict& conflict,
                                                         const ExplanationReader& reader);

}  // namespace masar::report
