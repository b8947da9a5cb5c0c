#pragma once
// A change taken back although the plan has gone on since: to the byte where nobody touched the same fields.
#include "app/workspace/refusal.h"
#include "app/workspace/snapshot.h"
#include "plan/difference.h"
#include "planfile/edit_plan.h"

#include <optional>

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

/// What a field, or a whole record, says in a version; nothing where it is not stated. Where a difference is, and what it was, is not asked.
[[nodiscard]] std::optional<planfile::WrittenValue> value_of(const Snapshot& version, const plan::Difference& name);
[[nodiscard]] bool same(const std::optional<planfile::WrittenValue>& a, const std::optional<planfile::WrittenValue>& b);
/// The edit that lets it say what it says in `version`.
[[nodiscard]] planfile::PlanEdit edit_back(const Snapshot& version, const plan::Difference& name);
[[nodiscard]] Refusal changed_since(const plan::Difference& name);

}  // namespace masar::app
