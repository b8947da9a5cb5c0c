#pragma once
// "Which options, modes and dates make the criteria of these gates hold at the least cost?" as a problem.
#include "app/load_plan.h"
#include "compile/charges_of.h"
#include "forecast/outcome_goals.h"
#include "plan/improvement.h"
#include "problem/schedule.h"

#include <optional>
#include <vector>

namespace masar::app {

struct OutcomeAsked {
    std::vector<plan::GateIndex> gates;
    plan::Holding holding = plan::Holding::nothing;
};

struct OutcomeQuestion {
    compile::CompiledPlan open;  ///< every option may be chosen
    problem::ProblemData data;   ///< of `open`, with goals, costs, and what is held standing
    std::vector<forecast::CriterionGoal> goals;
    base::Currency currency;   ///< in which cost counts
    std::size_t cost_aim = 0;  ///< position of the cost among the objectives
    problem::Schedule before;  ///< the schedule without the choice, in the positions of `open`

    /// Whether proofs about the goals are proofs about the criteria.
    [[nodiscard]] bool necessary() const;
};

/// `before` is a timetable of `loaded`, which was compiled with `how`. None: the plan with its options open makes no problem.
[[nodiscard]] std::optional<OutcomeQuestion> outcome_question(const LoadedPlan& loaded,
                                                              const compile::CompileOptions& how,
                                                              const plan::Timetable& before, const OutcomeAsked& asked);

/// What a mode of an activity costs, in the currency.
[[nodiscard]] std::int64_t cost_of(const plan::Plan& plan, const compile::CostOf& what, base::Currency currency);

}  // namespace masar::app
