#pragma once
// What activities take, as far as a conflict is about it: people of the pools, money of the ceilings, else only their time.
#include "report/reader.h"

#include "base/money.h"
#include "base/text.h"

namespace masar::report {

/// What one activity takes: "3 legal, 120,000 USD", or "45 working days" where the conflict is about neither.
struct Taken {
    base::Text amounts;
    bool only_time = true;
    int working_days = 0;
    base::Money charged{};  ///< to the first account of the conflict that it is charged to
    bool operator==(const Taken&) const = default;
};
/// Units of the resource that the activity needs in its most modest mode.
[[nodiscard]] int least_need(const plan::Activity& activity, std::int32_t resource);
[[nodiscard]] Taken taken_by(const plan::Plan& plan, const plan::Conflict& conflict, plan::ActivityIndex activity,
                             const Reader& reader);

}  // namespace masar::report
