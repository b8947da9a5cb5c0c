#pragma once
// The dates in a file that `schedule -o` wrote, as a later plan sees them: activities may have come and gone since.
#include "base/result.h"
#include "plan/plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::app {

/// "this is no schedule of masar: …"
[[nodiscard]] base::Error no_schedule(const base::Text& reason);

struct BaselineDate {
    std::optional<calendar::Date> start;  ///< none = left out there, or not yet part of the plan
    int mode = 0;
    std::optional<calendar::Date> finish{};  ///< inclusive; as written there
};

struct Baseline {
    std::vector<BaselineDate> activities;  ///< by ActivityIndex
    std::vector<std::string> gone;         ///< ids with a date there that the plan no longer has, in the file's order
};

/// The Error says what is not readable. A mode that the plan no longer has counts as the first one.
[[nodiscard]] base::Result<Baseline> read_baseline(std::string_view json, const plan::Plan& plan);

}  // namespace masar::app
