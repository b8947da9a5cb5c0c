#include "app/freeze_past.h"

#include <algorithm>

namespace masar::app {
namespace {

using calendar::Date;
using problem::Day;

bool begun(const plan::Activity& activity) {
    return activity.progress.status == plan::Status::started || activity.progress.status == plan::Status::finished;
}

/// Reports an activity as begun on its old date, in its old mode, and as done where its duration of now has run out by today.
void report_begun(plan::Activity& activity, const BaselineDate& date, const compile::CompiledPlan& compiled,
                  std::int32_t position, Date today) {
    const problem::WorkTime& calendar = compiled.problem.calendar_of(position);
    const Day start = calendar.next(std::max(0, compiled.days.day(*date.start)));
    const auto mode = static_cast<std::size_t>(date.mode);
    const std::int32_t duration = compiled.problem.activity(position).modes[mode].duration;
    const Day end = calendar.end_of(start, duration);
    plan::Progress& progress = activity.progress;
    progress.mode = date.mode;
    progress.started = compiled.days.date(start);
    const bool done = end <= compiled.days.day(today);
    progress.status = done ? plan::Status::finished : plan::Status::started;
    if (done) progress.finished = compiled.days.finish(start, end);
}

plan::Plan with_past(const LoadedPlan& loaded, const Baseline& baseline, Date today) {
    plan::Plan plan = loaded.plan;
    const compile::CompiledPlan& compiled = *loaded.compiled;
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        plan::Activity& activity = plan.activities[i];
        const std::int32_t position = compiled.positions[i];
        const BaselineDate& date = baseline.activities[i];
        if (position < 0 || begun(activity) || !date.start || *date.start >= today) continue;
        if (*date.start >= compiled.days.first) report_begun(activity, date, compiled, position, today);
    }
    return plan;
}

std::vector<Day> baseline_days(const compile::CompiledPlan& compiled, const Baseline& baseline) {
    std::vector<Day> days;
    for (const plan::ActivityIndex index : compiled.activities) {
        const bool dated = index.known() && baseline.activities[index.at()].start;
        const Day day = dated ? compiled.days.day(*baseline.activities[index.at()].start) : problem::not_in_baseline;
        days.push_back(day < 0 ? problem::not_in_baseline : day);
    }
    return days;
}

/// The past uses nothing any more; what is free begins today or later, with its lead times counted from today where it would begin
/// before its old date.
problem::ProblemData from_today(const compile::CompiledPlan& compiled, const std::optional<compile::CompiledPlan>& now,
                                const std::vector<Day>& baseline, Day today) {
    problem::ProblemData data = compiled.problem.data();
    for (problem::Fixed& fixed : data.fixed_activities) fixed.uses_from = std::max(fixed.uses_from, today);
    for (std::size_t i = 0; i < data.activities.size(); ++i) {
        problem::Activity& activity = data.activities[i];
        if (activity.fixed >= 0 || !compiled.activities[i].known()) continue;
        Day asked_today = today;
        if (now) asked_today = std::max(today, now->problem.data().activities[i].earliest_start);
        if (baseline[i] != problem::not_in_baseline) asked_today = std::min(asked_today, std::max(today, baseline[i]));
        activity.earliest_start = std::max(activity.earliest_start, asked_today);
    }
    return data;
}

}  // namespace

std::optional<FrozenPlan> freeze_past(const LoadedPlan& loaded, const compile::CompileOptions& options,
                                      const Baseline& baseline, Date today, base::Diagnostics& diagnostics) {
    plan::Plan plan = with_past(loaded, baseline, today);
    compile::CompileResult result = compile::compile_plan(plan, options);
    std::optional<compile::CompiledPlan> now;
    if (!plan.as_of || plan.as_of->value < today) {
        plan::Plan asked_today = plan;
        asked_today.as_of = plan::At<Date>{today, plan.start.place};
        now = compile::compile_plan(asked_today, options).compiled;
    }
    diagnostics = std::move(result.diagnostics);
    if (!result.compiled) return std::nullopt;
    compile::CompiledPlan compiled = *std::move(result.compiled);
    std::vector<Day> days = baseline_days(compiled, baseline);
    const bool comparable = now && now->problem.size() == compiled.problem.size();
    auto problem = problem::Problem::make(
        from_today(compiled, comparable ? now : std::nullopt, days, std::max(0, compiled.days.day(today))));
    if (problem) compiled.problem = *std::move(problem);
    return FrozenPlan{std::move(plan), std::move(compiled), std::move(days)};
}

}  // namespace masar::app
