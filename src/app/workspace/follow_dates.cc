#include "app/workspace/follow_dates.h"

#include "app/read_schedule.h"
#include "app/replan_plan.h"
#include "report/json_schedule.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace masar::app {
namespace {

constexpr std::size_t quick_activities = 300;

/// Fields that no date depends on.
bool only_words(const plan::Difference& difference) {
    constexpr std::array fields{"name",           "notes",     "source",   "illustrative", "release",
                                "release-fields", "lead",      "partners", "line",         "done-when",
                                "owner",          "approvers", "measure",  "divergence"};
    constexpr std::array sections{"title",    "handling", "commitments", "lines-of-effort", "objectives",
                                  "outcomes", "outputs",  "lessons",     "records",         "authoritative-language"};
    const std::string_view field = std::string_view(difference.field).substr(0, difference.field.find('.'));
    const bool side_matters =
        difference.section == "organisations" || difference.section == "funds" || difference.section == "resources";
    if (std::ranges::find(sections, difference.section) != sections.end()) return true;
    return !side_matters && std::ranges::find(fields, field) != fields.end();
}

/// What was broken, and by how much, so that an edit is not blamed for it.
bool was_there(const plan::Violation& now, const std::vector<plan::Violation>& before) {
    return std::ranges::any_of(before, [&](const plan::Violation& each) {
        return each.kind == now.kind && each.what == now.what && each.other == now.other && each.year == now.year
               && each.amount >= now.amount;
    });
}

plan::Timetable without_claims(plan::Timetable timetable) {
    if (timetable.status == plan::AnswerStatus::optimal) timetable.status = plan::AnswerStatus::feasible;
    timetable.bound.assign(timetable.bound.size(), std::nullopt);
    return timetable;
}

FollowedDates dated(const plan::Plan& plan, const plan::Timetable& timetable) {
    return {report::schedule_json(plan, timetable), timetable.stopped ? DatesState::stale : DatesState::current};
}

bool has_schedule(const plan::Timetable& timetable) {
    return timetable.status == plan::AnswerStatus::optimal || timetable.status == plan::AnswerStatus::feasible;
}

FollowedDates first_dates(const LoadedPlan& loaded, const DateEffort& effort) {
    ScheduleOptions options;
    options.run = run_of(effort);
    return dated(loaded.plan, timetable_for(loaded, options));
}

}  // namespace

engine::Run run_of(const DateEffort& effort) {
    engine::Run run;
    run.limits.schedules = effort.schedules;
    run.limits.conflicts = effort.conflicts;
    run.limits.threads = effort.threads;
    run.limits.seed = effort.seed;
    run.stop = effort.stop;
    run.progress = effort.progress;
    return run;
}

std::string_view word_of(DatesState state) {
    constexpr std::array<std::string_view, 3> words{"none", "current", "stale"};
    return words[static_cast<std::size_t>(state)];
}

bool is_quick(const Snapshot& before) { return before.plan().activities.size() <= quick_activities; }

DateEffort quick_effort(const Snapshot& plan) {
    constexpr std::int64_t most_schedules = 400, most_conflicts = 2'000;
    DateEffort effort;
    effort.schedules = most_schedules;
    effort.conflicts = most_conflicts;
    if (plan.loaded().compiled) {
        const problem::Problem& problem = plan.loaded().compiled->problem;
        effort.schedules = std::min(most_schedules, engine::default_schedules(problem));
        effort.conflicts = std::min(most_conflicts, engine::default_conflicts(problem));
    }
    return effort;
}

FollowedDates kept_dates(const Snapshot& before, const Snapshot& now, const std::vector<plan::Difference>& differences,
                         DatesState state_before) {
    if (before.dates().empty()) return {};
    const FollowedDates stale{before.dates(), DatesState::stale};
    const bool broken = now.timetable() && !now.timetable()->violations.empty();
    if (state_before == DatesState::stale && broken) return stale;
    if (std::ranges::all_of(differences, only_words) && before.timetable())
        return {before.dates(), DatesState::current};
    if (!now.timetable()) return stale;
    if (breaks_more(*now.timetable(), before.timetable())) return stale;
    return dated(now.plan(), without_claims(*now.timetable()));
}

std::vector<plan::Violation> more_broken(const plan::Timetable& dates, const std::optional<plan::Timetable>& others) {
    static const std::vector<plan::Violation> none;
    const auto& there = others ? others->violations : none;
    std::vector<plan::Violation> more;
    std::ranges::copy_if(dates.violations, std::back_inserter(more),
                         [&](const plan::Violation& each) { return !was_there(each, there); });
    return more;
}

bool breaks_more(const plan::Timetable& dates, const std::optional<plan::Timetable>& others) {
    return !more_broken(dates, others).empty();
}

FollowedDates found_dates(const Snapshot& now, const DateEffort& effort) {
    const auto loaded = now.as_written();
    if (!loaded->compiled) return {now.dates(), now.dates().empty() ? DatesState::none : DatesState::stale};
    if (now.dates().empty()) return first_dates(*loaded, effort);
    ReplanOptions options;
    options.schedule.run = run_of(effort);
    options.most_points = 1;
    // Without a status date nothing has happened yet.
    if (!now.plan().as_of) options.today = now.plan().start.value;
    const auto replanned = replan_loaded(*loaded, now.dates(), options);
    if (!replanned || !replanned->replanning) return {now.dates(), DatesState::stale};
    const plan::Timetable& timetable = replanned->replanning->timetable;
    if (!has_schedule(timetable) && now.timetable()) return dated(now.plan(), without_claims(*now.timetable()));
    return dated(replanned->plan, timetable);
}

}  // namespace masar::app
