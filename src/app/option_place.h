#pragma once
// Where an option is best put when everything else stays where it is.
#include "app/load_plan.h"
#include "plan/timetable.h"
#include "problem/schedule.h"

#include <functional>
#include <optional>

namespace masar::app {

/// The day after the due date of the first gate that asks for more of what the option moves; later it would come too late for that gate.
/// `never` where no gate does. `gates` are the outcomes without it.
[[nodiscard]] problem::Day wanted_by(const plan::Plan& plan, const compile::CompiledPlan& compiled,
                                     const std::vector<plan::GateOutcome>& gates, std::int32_t option);

/// With the option (of the problem) on the latest day before `wanted` on which `holds`: proficiency fades, so the later the better.
/// Nothing when there is none near the end of its window.
[[nodiscard]] std::optional<problem::Schedule> placed_late(const problem::Problem& problem,
                                                           const problem::Schedule& schedule,
                                                           const std::pair<std::int32_t, problem::Day>& option_wanted,
                                                           const std::function<bool(const problem::Schedule&)>& holds);

}  // namespace masar::app
