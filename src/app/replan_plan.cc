#include "app/replan_plan.h"

#include "app/reasons_to_move.h"
#include "app/replan_front.h"
#include "problem/checker.h"

#include <algorithm>
#include <iterator>

namespace masar::app {
namespace {

using calendar::Date;

base::Result<Date> day_of(const ReplanOptions& options, const plan::Plan& plan) {
    if (options.today) return *options.today;
    if (plan.as_of) return plan.as_of->value;
    return base::failure(
        base::Error::Kind::usage,
        {"the plan names no as-of date, so it is not known what lies in the past",
         "لا تذكر الخطة تاريخ الحالة ‎as-of‎ فلا يُعرف ما الذي مضى"},
        {"give --today DATE", "حدِّد ‎--today DATE‎"});
}

/// The chosen point as the engine would have answered the plan itself: proven where the bounds of the aims say so.
engine::Answer answer_at(const TradeFront& front, const TradePoint& point) {
    engine::Answer answer = front.best;
    answer.schedule = point.schedule;
    answer.objective = point.aims;
    answer.bound.resize(point.aims.size());
    bool optimal = true;
    for (std::size_t i = 0; i < point.aims.size(); ++i)
        optimal = optimal && answer.bound[i] && *answer.bound[i] >= point.aims[i];
    answer.status = optimal ? engine::Status::optimal : engine::Status::feasible;
    return answer;
}

/// With the pinned activities where they are wanted; as it was where that contradicts their own limits.
bool pin(FrozenPlan& frozen, const std::vector<std::pair<plan::ActivityIndex, Date>>& pins) {
    problem::ProblemData data = frozen.compiled.problem.data();
    for (const auto& [activity, day] : pins) {
        const std::int32_t position = frozen.compiled.positions[activity.at()];
        if (position < 0) return false;
        problem::Activity& pinned = data.activities[static_cast<std::size_t>(position)];
        const problem::WorkTime& calendar = frozen.compiled.problem.calendar_of(position);
        const problem::Day start = calendar.next(std::max(0, frozen.compiled.days.day(day)));
        if (pinned.fixed >= 0 || start < pinned.earliest_start || start >= data.horizon) return false;
        pinned.earliest_start = start;
        pinned.latest_end = std::min(pinned.latest_end, calendar.end_of(start, pinned.modes.front().duration));
    }
    auto problem = problem::Problem::make(std::move(data));
    if (!problem) return false;
    frozen.compiled.problem = *std::move(problem);
    return true;
}

int late_days(const FrozenPlan& frozen, const problem::Schedule& schedule) {
    int days = 0;
    for (const problem::Gate& gate : frozen.compiled.problem.data().gates) {
        problem::Day last = 0;
        for (const std::int32_t required : gate.requires_done)
            if (schedule.chosen(required))
                last = std::max(last, problem::end_of(frozen.compiled.problem, schedule, required));
        days += std::max(0, last - gate.due_end);
    }
    return days;
}

plan::FrontPoint shown(const FrozenPlan& frozen, const TradePoint& point) {
    plan::FrontPoint shown{point.moved,  point.shift, point.aims, std::nullopt, late_days(frozen, point.schedule),
                           point.proven, false};
    const problem::Day end = problem::makespan(frozen.compiled.problem, point.schedule);
    if (end > 0) shown.end = frozen.compiled.days.date(end - 1);
    return shown;
}

void describe(const FrozenPlan& frozen, const TradeFront& front, Preference preference, plan::Replanning& result) {
    if (front.points.empty()) {
        engine::Answer answer = front.best;
        answer.objective.resize(std::min(answer.objective.size(), frozen.compiled.problem.data().objectives.size()));
        answer.bound.resize(answer.objective.size());
        result.timetable = timetable_of_answer(frozen.plan, frozen.compiled, answer);
        return;
    }
    const TradePoint& chosen = preference == Preference::stability ? front.points.front() : front.points.back();
    for (const TradePoint& point : front.points) {
        result.front.push_back(shown(frozen, point));
        result.front.back().answered = &point == &chosen;
    }
    result.whole_front = front.whole;
    result.timetable = timetable_of_answer(frozen.plan, frozen.compiled, answer_at(front, chosen));
    result.moves = moves_of(frozen, chosen.schedule);
}

plan::Replanning replanned(const FrozenPlan& frozen, const Baseline& baseline, const ReplanOptions& options,
                           Date today) {
    plan::Replanning result;
    result.today = today;
    result.gone = baseline.gone;
    for (std::size_t i = 0; i < frozen.baseline.size(); ++i) {
        const auto position = static_cast<std::int32_t>(i);
        if (frozen.baseline[i] != problem::not_in_baseline) ++result.compared;
        if (frozen.compiled.activities[i].known() && frozen.compiled.problem.activity(position).fixed >= 0)
            result.frozen.push_back(frozen.compiled.activities[i]);
    }
    const TradeFront front =
        trade_front({frozen.compiled.problem, frozen.baseline, options.most_points, options.schedule.run});
    describe(frozen, front, options.preference, result);
    result.timetable.seed = options.schedule.run.limits.seed;
    return result;
}

}  // namespace

base::Result<ReplannedPlan> replan_loaded(const LoadedPlan& loaded, std::string_view baseline_text,
                                          const ReplanOptions& options) {
    if (!loaded.compiled) return ReplannedPlan{loaded.plan, loaded.diagnostics, std::nullopt};
    const auto today = day_of(options, loaded.plan);
    if (!today) return tl::unexpected(today.error());
    const auto baseline = read_baseline(baseline_text, loaded.plan);
    if (!baseline) return tl::unexpected(baseline.error());
    const auto how = compile_options(loaded.plan, options.schedule.load);
    if (!how) return tl::unexpected(how.error());
    base::Diagnostics diagnostics;
    auto frozen = freeze_past(loaded, *how, *baseline, *today, diagnostics);
    if (!frozen || !pin(*frozen, options.pins)) return ReplannedPlan{loaded.plan, std::move(diagnostics), std::nullopt};
    plan::Replanning result = replanned(*frozen, *baseline, options, *today);
    return ReplannedPlan{std::move(frozen->plan), loaded.diagnostics, std::move(result)};
}

base::Result<ReplannedPlan> replan_plan(const base::FileDoor& files, std::string_view path,
                                        const ReplanOptions& options) {
    const auto loaded = load_plan(files, path, options.schedule.load);
    if (!loaded) return tl::unexpected(loaded.error());
    // A wrong plan is told before a wrong baseline.
    if (!loaded->compiled) return ReplannedPlan{loaded->plan, loaded->diagnostics, std::nullopt};
    if (const auto today = day_of(options, loaded->plan); !today) return tl::unexpected(today.error());
    const auto text = files.read(options.baseline, {});
    if (!text) return tl::unexpected(text.error());
    return replan_loaded(*loaded, *text, options);
}

}  // namespace masar::app
