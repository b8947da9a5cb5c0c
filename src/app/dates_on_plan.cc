#include "app/dates_on_plan.h"

#include "app/risk_book.h"
#include "compile/timetable_of.h"
#include "forecast/gate_criteria.h"
#include "problem/checker.h"

#include <algorithm>

namespace masar::app {

DatesById dates_by_id(const plan::Plan& plan, const plan::Timetable& timetable) {
    DatesById dates;
    for (std::size_t i = 0; i < plan.activities.size(); ++i)
        dates.emplace(plan.activities[i].id, &timetable.activities[i]);
    return dates;
}

std::vector<plan::ActivityDates> dates_for(const plan::Plan& plan, const DatesById& given) {
    std::vector<plan::ActivityDates> dates;
    for (const plan::Activity& each : plan.activities) {
        const auto found = given.find(each.id);
        dates.push_back(found == given.end() ? plan::ActivityDates{.chosen = false} : *found->second);
        if (static_cast<std::size_t>(dates.back().mode) >= each.modes.size()) dates.back().mode = 0;
    }
    return dates;
}

plan::Timetable timetable_with(const LoadedPlan& loaded, const std::vector<plan::ActivityDates>& dates) {
    const compile::CompiledPlan& compiled = *loaded.compiled;
    plan::Timetable given;
    given.activities = dates;
    compile::Answered answered;
    answered.schedule = schedule_of(compiled, given);
    answered.breaches = problem::check(compiled.problem, answered.schedule);
    answered.objective = problem::objective_values(compiled.problem, answered.schedule);
    answered.bound.resize(answered.objective.size());
    answered.status = answered.breaches.empty() ? plan::AnswerStatus::feasible : plan::AnswerStatus::violated;
    plan::Timetable timetable = compile::timetable_of(loaded.plan, compiled, answered);
    timetable.estimate = compiled.estimate;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (!timetable.activities[i].chosen) continue;
        timetable.activities[i].start = dates[i].start;
        timetable.activities[i].finish = dates[i].finish;
    }
    const auto trajectories = forecast::trajectories_of(loaded.plan, timetable);
    return forecast::with_gate_criteria(loaded.plan, std::move(timetable), trajectories);
}

bool same_days(const std::optional<plan::Timetable>& one, const std::optional<plan::Timetable>& other) {
    if (!one || !other) return !one && !other;
    return std::ranges::equal(
        one->activities, other->activities, [](const plan::ActivityDates& a, const plan::ActivityDates& b) {
            return a.chosen == b.chosen && (!a.chosen || (a.start == b.start && a.finish == b.finish));
        });
}

}  // namespace masar::app
