#include "compile/draft.h"
#include "compile/forbidden_sets.h"
#include "compile/time_frame.h"

#include <algorithm>

namespace masar::compile {
namespace {

using problem::Day;

std::vector<problem::Mode> modes_of(const plan::Activity& activity, plan::Estimate estimate) {
    std::vector<problem::Mode> modes(activity.modes.size());
    for (std::size_t m = 0; m < modes.size(); ++m) modes[m].duration = activity.modes[m].duration.value.at(estimate);
    if (modes.empty()) modes.emplace_back();  // a cancelled draft of an activity: nothing to do
    return modes;
}

/// Working days still to do on the status date when the plan does not say: the duration less what has been worked.
int remaining_days(const Draft& draft, const plan::Activity& activity, Day start, Day as_of) {
    if (activity.progress.remaining_working_days) return *activity.progress.remaining_working_days;
    const auto mode = static_cast<std::size_t>(activity.progress.mode);
    const int duration =
        mode < activity.modes.size() ? activity.modes[mode].duration.value.at(draft.options.estimate) : 0;
    if (as_of <= start) return duration;
    const calendar::DatePeriod past{draft.frame.days.date(start), draft.frame.days.date(as_of - 1)};
    const int worked = draft.frame.calendar_of(activity).working_days(past);
    return std::max(duration - worked, std::min(duration, 1));  // not reported as finished: a day is left at least
}

Day end_of_started(const Draft& draft, const plan::Activity& activity, Day start, Day as_of) {
    const auto calendar = static_cast<std::size_t>(draft.frame.calendar_index(activity).value + 1);
    const problem::WorkTime& time = draft.data.work_times[calendar];
    const int remaining = remaining_days(draft, activity, start, as_of);
    if (remaining == 0) return std::max(start, as_of);
    return std::min(time.end_of(time.next(std::max(start, as_of)), remaining), draft.frame.days.days);
}

base::Diagnostic before_the_plan(const plan::Activity& activity) {
    base::Diagnostic found;
    found.code = "MSR0701";
    found.place = activity.progress.place.known() ? activity.progress.place : activity.place;
    found.message = {"activity '" + activity.id + "' started before the plan's first day",
                     "بدأ النشاط '" + activity.id + "' قبل اليوم الأول من الخطة"};
    found.hint = {"move the plan's `start` back to that day or earlier",
                  "قدِّم بداية الخطة `start` إلى ذلك اليوم أو قبله"};
    found.record = activity.id;
    return found;
}

/// Done or running: fixed where it is. What lies before the status date uses nothing any more.
void fix(Draft& draft, const plan::Activity& source, problem::Activity& activity) {
    const plan::Progress& progress = source.progress;
    const bool finished = progress.status == plan::Status::finished;
    if (!finished && progress.status != plan::Status::started) return;
    const auto began = progress.started ? progress.started : progress.finished;
    if (!began) return;
    const DayCount& days = draft.frame.days;
    problem::Fixed fixed;
    fixed.mode = progress.mode;
    fixed.start = days.day(*began);
    if (fixed.start < 0) return draft.diagnostics.push_back(before_the_plan(source));
    const Day as_of = draft.plan.as_of ? std::max(0, days.day(draft.plan.as_of->value)) : 0;
    const bool milestone = std::ranges::all_of(activity.modes, [](const auto& mode) { return mode.duration == 0; });
    if (finished)
        fixed.end = std::max(fixed.start, days.day(progress.finished.value_or(*began)) + (milestone ? 0 : 1));
    else
        fixed.end = milestone ? fixed.start : end_of_started(draft, source, fixed.start, as_of);
    fixed.uses_from = draft.plan.as_of ? as_of : (finished ? fixed.end : fixed.start);
    activity.fixed = static_cast<std::int32_t>(draft.data.fixed_activities.size());
    draft.data.fixed_activities.push_back(fixed);
}

}  // namespace

void add_activities(Draft& draft) {
    draft.data.horizon = draft.frame.days.days;
    for (const calendar::WorkingCalendar& each : draft.frame.calendars)
        draft.data.work_times.push_back(work_time_of(each, draft.frame.days));
    ForbiddenSets forbidden(draft.frame);
    draft.origins.positions.assign(draft.plan.activities.size(), -1);
    for (std::size_t i = 0; i < draft.plan.activities.size(); ++i) {
        if (draft.parts[i] == Part::none) continue;
        const plan::Activity& source = draft.plan.activities[i];
        const auto index = base::index_of<plan::ActivityIndex>(i);
        problem::Activity activity;
        activity.calendar = draft.frame.calendar_index(source).value + 1;  // work time 0 is every day
        activity.optional = draft.parts[i] == Part::optional;
        activity.value = activity.optional ? source.value : 0;
        activity.modes = modes_of(source, draft.options.estimate);
        fix(draft, source, activity);
        if (activity.fixed < 0) activity.forbidden = forbidden.set_for(draft.plan, source, draft.rules.binding(index));
        draft.origins.positions[i] = static_cast<std::int32_t>(draft.data.activities.size());
        draft.origins.activities.push_back(index);
        draft.data.activities.push_back(std::move(activity));
    }
    draft.data.forbidden_sets = forbidden.take();
}

}  // namespace masar::compile
