#include "app/option_place.h"

#include "problem/passes.h"

#include <algorithm>

namespace masar::app {
namespace {

using problem::Day;
using problem::Schedule;

constexpr int most_days_tried = 60;

}  // namespace

Day wanted_by(const plan::Plan& plan, const compile::CompiledPlan& compiled,
              const std::vector<plan::GateOutcome>& gates, std::int32_t option) {
    const auto position = static_cast<std::size_t>(option);
    const auto& effects = plan.activities[compiled.activities[position].at()].effects;
    Day first = problem::never;
    for (const plan::GateOutcome& gate : gates)
        for (const plan::CriterionOutcome& each : gate.criteria) {
            const bool moves = std::ranges::any_of(
                effects, [&](const plan::Effect& effect) { return effect.indicator.value == each.indicator; });
            const Day due = compiled.days.day(gate.due) + 1;
            if (!each.met && moves && compiled.problem.activity(option).earliest_start < due)
                first = std::min(first, due);
        }
    return first;
}

std::optional<Schedule> placed_late(const problem::Problem& problem, const Schedule& schedule,
                                    const std::pair<std::int32_t, Day>& option_wanted,
                                    const std::function<bool(const Schedule&)>& holds) {
    const auto [option, wanted] = option_wanted;
    const auto position = static_cast<std::size_t>(option);
    Schedule tried = schedule;
    tried.mode[position] = 0;
    const problem::Activity& activity = problem.activity(option);
    Day end = std::min({activity.latest_end, problem.data().horizon, wanted});
    for (int days = 0; days < most_days_tried; ++days) {
        const Day start = problem::last_start(problem, option, 0, end);
        if (start < activity.earliest_start) return std::nullopt;
        tried.start[position] = start;
        if (holds(tried)) return tried;
        end = problem::end_of(problem, tried, option) - 1;
    }
    return std::nullopt;
}

}  // namespace masar::app
