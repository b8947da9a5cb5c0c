#pragma once
// What one change moved, put onto dates that have gone on since: everything else stays where it is by now.
#include "app/workspace/snapshot.h"

namespace masar::app {

struct DatesToCarry {
    const Snapshot& from;    ///< before the change
    const Snapshot& to;      ///< after it
    const Snapshot& onto;    ///< dated otherwise by now
    const PlanFiles& texts;  ///< that the result is for
};

/// As `schedule -o` writes them: those of `onto`, but where `to` has an activity elsewhere than `from`. They may break something. Nothing
/// where an activity would have no date.
[[nodiscard]] std::string carried_dates(const DatesToCarry& carry);

}  // namespace masar::app
