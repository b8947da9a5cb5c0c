#pragma once
// Every way in which one activity can take part: a mode and a start that its calendar, window and forbidden days allow. A certificate's
// variables are functions of such placements, so a set of bounds leaves some placements and excludes others. That is all the reasoning
// this room needs about one activity; the constraints (refutation.h) then look at what is left of several.
#include "problem/problem.h"
#include "verify/proof_line.h"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::verify {

using problem::Day;

struct Placement {
    std::int32_t mode = 0;
    Day start = 0, end = 0;
};

/// One activity. Left out, it still has a placement, which means nothing.
struct Possibilities {
    std::vector<Placement> placements;  ///< by mode, then by start
    bool may_be_out = false, may_be_in = true;
};

/// What is possible for schedules that end by `horizon`.
[[nodiscard]] std::vector<Possibilities> all_possibilities(const problem::Problem& problem, Day horizon);

/// A placement taken or not.
struct Choice {
    const Placement* placement = nullptr;
    bool present = true;
};

/// What an activity takes of one budget in one period, day by day as the checker reads it.
[[nodiscard]] std::int64_t charged(const problem::Problem& problem, std::int32_t activity, const Placement& placement,
                                   std::span<const std::int32_t, 2> budget_and_period);

/// Weights of the wishes that the activity gives up by it.
[[nodiscard]] std::int64_t given_up(const problem::Problem& problem, std::int32_t activity, const Placement& placement);

/// The value of a variable that is about one activity.
[[nodiscard]] std::int64_t value_of(const problem::Problem& problem, const VariableLine& variable, Choice choice);

/// Whether the meaning is about one activity, numbers[0].
[[nodiscard]] bool about_activity(Meaning meaning);

}  // namespace masar::verify
