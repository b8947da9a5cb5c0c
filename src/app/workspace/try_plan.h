#pragma once
// A change that is tried without saving it: what becomes of the whole plan when everything else moves as little as can be, or what
// stands in its way.
#include "app/workspace/follow_dates.h"
#include "app/workspace/wish.h"
#include "app/workspace/workspace.h"
#include "plan/explanation.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace masar::app {

/// A conflict, with the plan that it speaks of.
struct AskedExplanation {
    plan::Plan plan;
    plan::Explanation explanation;
};

struct TriedPlan {
    SnapshotPtr before, after;    ///< whole. Where it does not fit, `after` stands as wished, with what that breaks
    std::vector<Change> changes;  ///< of the text, those that choose options among them
    std::vector<std::string> pinned;
    bool fits = false;
    std::shared_ptr<const AskedExplanation> explanation;  ///< where it does not fit, when it is known why
};

/// Told what can be said before anything is searched: where the change does not fit while everything else stays.
using FirstAnswer = std::function<void(const TriedPlan&)>;

/// Refuses what the plan does not have, as far as the actor reads it, and changes that would make it wrong. `after->files()` and
/// `after->dates()` are what would be proposed or saved.
[[nodiscard]] Outcome<TriedPlan> try_plan(const OpenPlan& open, const Actor& actor, const Wish& wish,
                                          const DateEffort& effort, const FirstAnswer& first = {});
/// The same without a search: nothing else moves, so that it may not fit although it could.
[[nodiscard]] Outcome<TriedPlan> place_wish(const OpenPlan& open, const Actor& actor, const Wish& wish);

}  // namespace masar::app
