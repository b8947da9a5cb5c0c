#pragma once
// A gate's criterion as an outcome goal of a problem (problem.h): what each finish date leaves of an effect on the due date, in whole
// billionths. Decay towards a floor and attrition are affine, so that effects add up as long as no limit of the indicator cuts them:
//   value(gate) = value without effects + Σ effect · 0.5^((gate − finish) / half-life) · (1 − rate)^(years begun in between)
// Every amount is rounded in favour of the criterion, by a few billionths in all: the trajectory itself has the last word.
#include "forecast/trajectory.h"
#include "problem/problem.h"

#include <cstddef>
#include <span>

namespace masar::forecast {

/// Where the activities of the plan stand in the problem.
struct GoalFrame {
    calendar::Date first_day;                 ///< day 0
    std::span<const std::int32_t> positions;  ///< of the problem by ActivityIndex; -1 = takes no part
};

struct CriterionGoal {
    plan::GateIndex gate;
    std::size_t criterion = 0;  ///< position in Gate::criteria
    problem::OutcomeGoal goal;
    /// Whatever meets the criterion meets the goal: proofs about the goal are proofs about the criterion. Not so where a limit of the
    /// indicator may lift a value that harmful effects pressed down, or where it is open from when on people leave.
    bool necessary = true;
};

/// A criterion whose indicator has no value on the due date gives a goal that nothing meets. O(effects × days).
[[nodiscard]] CriterionGoal outcome_goal(const plan::Plan& plan, plan::GateIndex gate, std::size_t criterion,
                                         const GoalFrame& frame);

}  // namespace masar::forecast
