#pragma once
// How complete the records of activities are: required fields filled over required fields, by the side of the lead. GAO-12-548
// found them incomplete and inconsistent; this is the figure that says how much.
#include "plan/plan.h"

#include <array>
#include <string_view>
#include <vector>

namespace masar::lint {

/// What the record of an activity must state, beyond its name and duration, without which it does not exist.
struct RequiredField {
    std::string_view key;  ///< as in the plan file
    /// A field is asked for only where the plan keeps the list that it refers to: a plan without phases misses none.
    bool (*asked)(const plan::Plan& plan);
    bool (*filled)(const plan::Activity& activity);
};
[[nodiscard]] const std::vector<RequiredField>& required_fields();

struct Completeness {
    plan::SideIndex side;  ///< of the lead; none = activities without a known lead
    std::size_t filled = 0, required = 0;
};
/// By side, in the order of the plan; activities without a known lead last. Cancelled activities and options not chosen are left out.
[[nodiscard]] std::vector<Completeness> completeness_of(const plan::Plan& plan);

}  // namespace masar::lint
