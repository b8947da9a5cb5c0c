#pragma once
// A change taken back although the plan has gone on since: to the byte where nobody touched the same fields.
#include "app/workspace/refusal.h"
#include "app/workspace/snapshot.h"

namespace masar::app {

struct TakingBack {
    const Snapshot& before;  ///< of the change
    const Snapshot& after;   ///< of the change
    const Snapshot& now;
};

/// The texts of now without the change. Refused, with the record that was changed since, when what it changed says something else by
/// now.
[[nodiscard]] Outcome<PlanFiles> taken_back(const TakingBack& question);

/// The change from `before` to `after` made to `now` as well, by records and fields: for proposals whose plan has gone on.
[[nodiscard]] inline Outcome<PlanFiles> made_again(const Snapshot& before, const Snapshot& after, const Snapshot& now) {
    return taken_back({after, before, now});
}

}  // namespace masar::app
