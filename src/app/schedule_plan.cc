#include "app/schedule_plan.h"

#include "compile/earliest.h"
#include "compile/timetable_of.h"
#include "forecast/gate_criteria.h"
#include "problem/checker.h"

namespace masar::app {
namespace {

using plan::AnswerStatus;

plan::Timetable with_criteria(const plan::Plan& plan, plan::Timetable timetable) {
    const auto trajectories = forecast::trajectories_of(plan, timetable);
    return forecast::with_gate_criteria(plan, std::move(timetable), trajectories);
}

/// What there is to say when the engine has no schedule at all to show.
plan::Timetable empty_timetable(const plan::Plan& plan) {
    plan::Timetable timetable;
    plan::ActivityDates nothing;
    nothing.chosen = false;
    timetable.activities.assign(plan.activities.size(), nothing);
    for (std::size_t i = 0; i < plan.gates.size(); ++i) {
        plan::GateOutcome gate;
        gate.gate = base::index_of<plan::GateIndex>(i);
        gate.due = plan.gates[i].due.value;
        timetable.gates.push_back(gate);
    }
    return timetable;
}

/// A best effort counts as "violated": it is shown with what it breaks. That nothing better exists is said only when proven.
AnswerStatus status_of(const engine::Answer& answer) {
    if (answer.status == engine::Status::optimal) return AnswerStatus::optimal;
    if (answer.status == engine::Status::feasible) return AnswerStatus::feasible;
    if (answer.status == engine::Status::infeasible) return AnswerStatus::infeasible;
    return answer.best_effort ? AnswerStatus::violated : AnswerStatus::unknown;
}

}  // namespace

plan::Timetable timetable_of_answer(const plan::Plan& plan, const compile::CompiledPlan& compiled,
                                    const engine::Answer& answer) {
    const auto& shown = answer.schedule ? answer.schedule : answer.best_effort;
    plan::Timetable timetable;
    if (shown) {
        compile::Answered answered;
        answered.schedule = *shown;
        answered.breaches = problem::check(compiled.problem, *shown);
        answered.objective = answer.objective;
        answered.bound = answer.bound;
        answered.schedules = answer.schedules;
        answered.stopped = answer.stopped;
        // The checker has the last word, whoever says that it fits.
        answered.status = answer.schedule && !answered.breaches.empty() ? AnswerStatus::violated : status_of(answer);
        timetable = with_criteria(plan, compile::timetable_of(plan, compiled, answered));
    } else {
        timetable = empty_timetable(plan);
        timetable.status = status_of(answer);
        timetable.schedules = answer.schedules;
        timetable.stopped = answer.stopped;
        if (timetable.status != AnswerStatus::infeasible) timetable.bound = answer.bound;
    }
    timetable.estimate = compiled.estimate;
    return timetable;
}

plan::Timetable timetable_for(const LoadedPlan& loaded, const ScheduleOptions& options) {
    const compile::CompiledPlan& compiled = *loaded.compiled;
    plan::Timetable timetable;
    if (options.manner == Manner::earliest)
        timetable = with_criteria(loaded.plan, compile::earliest_timetable(loaded.plan, compiled));
    else
        timetable = timetable_of_answer(loaded.plan, compiled, engine::solve(compiled.problem, options.run));
    timetable.seed = options.run.limits.seed;
    return timetable;
}

base::Result<ScheduledPlan> schedule_plan(const base::FileDoor& files, std::string_view path,
                                          const ScheduleOptions& options) {
    auto loaded = load_plan(files, path, options.load);
    if (!loaded) return tl::unexpected(loaded.error());
    ScheduledPlan scheduled;
    if (loaded->compiled && options.manner == Manner::earliest) scheduled.timetable = timetable_for(*loaded, options);
    if (loaded->compiled && options.manner == Manner::best) {
        engine::Answer answer = engine::solve(loaded->compiled->problem, options.run);
        scheduled.timetable = timetable_of_answer(loaded->plan, *loaded->compiled, answer);
        scheduled.timetable->seed = options.run.limits.seed;
        scheduled.answered = Answered{std::move(loaded->compiled->problem), std::move(answer)};
    }
    scheduled.plan = std::move(loaded->plan);
    scheduled.diagnostics = std::move(loaded->diagnostics);
    return scheduled;
}

}  // namespace masar::app
