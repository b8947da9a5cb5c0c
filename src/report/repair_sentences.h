#pragma once
// A repair in a sentence, and in the words with which it is written into the plan.
#include "base/text.h"
#include "plan/explanation.h"

#include <optional>
#include <string>
#include <string_view>

namespace masar::report {

/// "Let Legal review (gov-008) finish by 2027-06-14 instead of 2027-05-28: 12 working days later".
[[nodiscard]] base::Text sentence(const plan::Repair& repair, const plan::Plan& plan);

/// What stands in the plan now and what would stand there: dates, numbers, "2000000 USD", or the id of what goes.
struct RepairEdit {
    std::string id;                   ///< of the record that changes
    std::optional<std::string> what;  ///< a second record: the resource of a need, the activity of a waiver
    std::optional<std::string> from, to;
};
[[nodiscard]] RepairEdit edit_of(const plan::Repair& repair, const plan::Plan& plan);

/// Stable keywords of the JSON: "raise-capacity".
[[nodiscard]] std::string_view keyword(plan::RepairKind kind);

}  // namespace masar::report
