#include "compile/timetable_of.h"

#include "compile/answer_view.h"
#include "compile/earliest.h"
#include "problem/passes.h"

#include <algorithm>

namespace masar::compile {
namespace {

using problem::Day;

std::vector<plan::ActivityDates> date_activities(const AnswerView& view) {
    const DayCount& days = view.compiled.days;
    const problem::PassOptions options{.modes = view.answered.schedule.mode};
    const problem::Passes passes = problem::run_passes(view.compiled.problem, options);
    const std::vector<problem::Float> floats = problem::floats(view.compiled.problem, passes, options);
    const auto dated = [&](Day day) { return day >= 0 && day < problem::never; };
    std::vector<plan::ActivityDates> all(view.plan.activities.size(), plan::ActivityDates{.chosen = false});
    for (std::int32_t i = 0; i < view.size(); ++i) {
        if (!view.stands(i)) continue;
        const auto at = static_cast<std::size_t>(i);
        plan::ActivityDates& row = all[view.compiled.activities[at].at()];
        const calendar::DatePeriod dates = view.dates(i);
        row = {.chosen = true, .start = dates.first, .finish = dates.last, .mode = static_cast<int>(view.mode(i))};
        if (dated(passes.earliest_start[at])) row.earliest_start = days.date(passes.earliest_start[at]);
        if (dated(passes.latest_end[at]))
            row.latest_finish = days.finish(std::max(passes.latest_start[at], 0), passes.latest_end[at]);
        row.total_float = floats[at].total;
        row.free_float = floats[at].free;
        row.critical = floats[at].critical;
    }
    return all;
}

plan::Timetable heading(const AnswerView& view) {
    plan::Timetable timetable;
    timetable.status = view.answered.status;
    timetable.estimate = view.compiled.estimate;
    timetable.seed = view.answered.seed;
    timetable.stopped = view.answered.stopped;
    timetable.objective = view.answered.objective;
    timetable.bound = view.answered.bound;
    timetable.schedules = view.answered.schedules;
    if (view.end() > 0) timetable.end = view.compiled.days.date(view.end() - 1);
    return timetable;
}

}  // namespace

std::vector<plan::GateOutcome> look_at_gates(const AnswerView& view) {
    std::vector<plan::GateOutcome> outcomes;
    for (std::size_t g = 0; g < view.plan.gates.size(); ++g) {
        const plan::Gate& gate = view.plan.gates[g];
        plan::GateOutcome outcome{base::index_of<plan::GateIndex>(g), gate.due.value, std::nullopt, 0, {}};
        bool complete = true;
        for (const auto& required : gate.requires_done) {
            const std::int32_t position = required.value.known() ? view.compiled.positions[required.value.at()] : -1;
            complete = complete && position >= 0 && view.stands(position);
            if (!complete) break;
            const calendar::Date finish = view.dates(position).last;
            outcome.date = std::max(outcome.date.value_or(finish), finish);
        }
        if (!complete) outcome.date.reset();
        if (outcome.date) outcome.late_days = std::max(0, static_cast<int>((*outcome.date - outcome.due).count()));
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

plan::Timetable timetable_of(const plan::Plan& plan, const CompiledPlan& compiled, const Answered& answered) {
    const AnswerView view(plan, compiled, answered);
    plan::Timetable timetable = heading(view);
    timetable.activities = date_activities(view);
    timetable.gates = look_at_gates(view);
    timetable.violations = list_violations(view, timetable.gates);
    timetable.given_up = list_given_up(view);
    Loads loads = measure_loads(view);
    timetable.loads = std::move(loads.days);
    timetable.year_loads = std::move(loads.years);
    SpentMoney money = sum_spending(view);
    timetable.spending = std::move(money.years);
    timetable.charges = std::move(money.lines);
    timetable.notices = list_notices(view);
    return timetable;
}

plan::Timetable earliest_timetable(const plan::Plan& plan, const CompiledPlan& compiled) {
    Answered answered;
    answered.schedule = earliest_schedule(compiled);
    answered.breaches = problem::check(compiled.problem, answered.schedule);
    answered.status = plan::AnswerStatus::earliest;
    answered.objective = problem::objective_values(compiled.problem, answered.schedule);
    answered.bound.resize(answered.objective.size());
    return timetable_of(plan, compiled, answered);
}

}  // namespace masar::compile
