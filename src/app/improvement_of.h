#pragma once
// An answer to an outcome question in the plan's words: dates, what is chosen, what it costs, what the indicators become.
#include "app/outcome_question.h"
#include "plan/improvement.h"

#include <optional>

namespace masar::app {

/// The plan compiled with the options that a schedule chooses, and the schedule in its positions.
struct ChosenPlan {
    compile::CompiledPlan compiled;
    problem::Schedule schedule;
};
/// Nothing where it does not compile; it does where it compiled with all options open.
[[nodiscard]] std::optional<ChosenPlan> chosen_plan(const plan::Plan& plan, const compile::CompileOptions& how,
                                                    const OutcomeQuestion& question, const problem::Schedule& schedule);

/// The answer as a timetable of the plan with its options chosen, checked again against everything that the plan says, and with the
/// gates' criteria from the trajectories.
[[nodiscard]] plan::Timetable dates_of(const plan::Plan& plan, const compile::CompileOptions& how,
                                       const OutcomeQuestion& question, const problem::Schedule& schedule);

/// Planned cost of everything in a schedule, in the question's currency.
[[nodiscard]] std::int64_t planned_cost(const OutcomeQuestion& question, const problem::Schedule& schedule);
/// The same of the schedule before the choice.
[[nodiscard]] std::int64_t cost_before(const OutcomeQuestion& question);

/// Fills everything that follows from the timetables before and after. Without a schedule only the criteria before are known.
void describe(const plan::Plan& plan, const OutcomeQuestion& question, const std::optional<problem::Schedule>& schedule,
              plan::Improvement& improvement);

}  // namespace masar::app
