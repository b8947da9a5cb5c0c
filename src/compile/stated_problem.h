#pragma once
// A compiled plan said again so that every statement of the plan can be dropped by itself: what a conflict is looked for in. Windows,
// clocks and funds' days, which a problem otherwise merges into one earliest start and one latest end, are links from day 0 here.
#include "compile/compiled_plan.h"
#include "plan/explanation.h"
#include "problem/statement.h"

#include <span>
#include <vector>

namespace masar::compile {

/// One period into which an activity must not fall, and who says so.
struct AvoidedPeriod {
    plan::PeriodIndex period;
    std::vector<plan::RuleIndex> rules;  ///< besides the activity itself, or instead of it
    bool by_itself = false;
    std::vector<problem::Interval> days;
    base::Place place;
};

struct PlanStatement {
    plan::ConflictMember member;
    std::vector<problem::Statement> parts;
    std::vector<AvoidedPeriod> avoided;  ///< of kind avoids; with several, the member names none of them
};

/// A bound that a link from day 0 states.
struct StatedBound {
    problem::Statement link;
    std::int32_t activity = -1;
    Bound bound = Bound::start_from;
    problem::Day day = 0;
};

struct StatedProblem {
    problem::Problem problem;
    std::vector<PlanStatement> statements;  ///< what is rather left out of a conflict comes first
    std::vector<StatedBound> bounds;        ///< rising by link

    [[nodiscard]] std::vector<std::vector<problem::Statement>> groups() const;
    /// The statements that are not among `members`, in their parts.
    [[nodiscard]] std::vector<problem::Statement> others(std::span<const std::int32_t> members) const;
    /// The question without these. Bounds that stay are windows as well, so that less is left to search.
    [[nodiscard]] problem::ProblemData without(std::vector<problem::Statement> dropped) const;
};

/// The same schedules as compiled.problem, where in addition the targets are kept. O(size).
[[nodiscard]] base::Result<StatedProblem> state_problem(const plan::Plan& plan, const CompiledPlan& compiled,
                                                        std::span<const plan::Target> targets);

/// A member as the period itself, instead of all that the activity avoids.
[[nodiscard]] plan::ConflictMember avoiding(const plan::Plan& plan, const plan::ConflictMember& member,
                                            const AvoidedPeriod& period);

}  // namespace masar::compile
