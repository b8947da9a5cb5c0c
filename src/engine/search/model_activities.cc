// Starts, ends, modes, calendars and windows.
#include "engine/search/model_builder.h"

#include "problem/start_days.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Forbidden;
using problem::Interval;
using problem::StartDays;

}  // namespace

void ModelBuilder::add_standing(std::int32_t activity) {
    const problem::Fixed& fixed = data_.fixed_activities[static_cast<std::size_t>(problem_.activity(activity).fixed)];
    ActivityVariables& its = model_.activities[static_cast<std::size_t>(activity)];
    its.start = named(engine_.add_variable(fixed.start, fixed.start), {MeaningKind::start, activity});
    its.end = named(engine_.add_variable(fixed.end, fixed.end), {MeaningKind::end, activity});
    its.present = always();
    its.only_mode = fixed.mode;
    if (fixed.end > horizon_) clause({});
}

/// Fixed by a statement that may be dropped: free then, on its calendar alone.
void ModelBuilder::add_loose(std::int32_t activity) {
    const problem::Activity& asked = problem_.activity(activity);
    const problem::Fixed& fixed = data_.fixed_activities[static_cast<std::size_t>(asked.fixed)];
    std::vector<Interval> starts;
    for (std::size_t mode = 0; mode < asked.modes.size(); ++mode) {
        const StartDays days(problem_, activity, static_cast<std::int32_t>(mode), Forbidden::ignored);
        starts.push_back({days.first_from(0), days.last_ending_by(horizon_)});
    }
    add_modes(activity, starts);
    add_durations(activity);
    const ActivityVariables& its = variables(activity);
    const problem::WorkTime& calendar = problem_.calendar_of(activity);
    if (!calendar.every_day()) table(its.start, its.start, [&](std::int32_t day) { return calendar.next(day); }, {});
    const Bound said = guard({StatementKind::fixed, activity});
    for (const Bound each : {its.present, mode_literal(activity, fixed.mode), at_least(its.start, fixed.start),
                             at_most(its.start, fixed.start)})
        clause({said.negated(), each});
}

void ModelBuilder::add_activity(std::int32_t activity) {
    if (standing(activity)) return add_standing(activity);
    const problem::Activity& asked = problem_.activity(activity);
    if (asked.fixed >= 0) return add_loose(activity);
    const bool guarded_start = !surely(guard({StatementKind::window_start, activity}));
    const bool guarded_end = !surely(guard({StatementKind::window_end, activity}));
    const bool guarded_forbidden = asked.forbidden >= 0 && !surely(guard({StatementKind::forbidden, activity}));
    std::vector<Interval> starts;  // first and last start per mode; last < first = impossible
    for (std::size_t mode = 0; mode < asked.modes.size(); ++mode) {
        const StartDays days(problem_, activity, static_cast<std::int32_t>(mode),
                             guarded_forbidden ? Forbidden::ignored : Forbidden::minded);
        starts.push_back({days.first_from(guarded_start ? 0 : asked.earliest_start),
                          days.last_ending_by(guarded_end ? horizon_ : std::min(asked.latest_end, horizon_))});
    }
    add_modes(activity, starts);
    if (engine_.trail().is_false(variables(activity).present)) return;
    add_durations(activity);
    add_allowed_starts(activity);
    add_windows(activity);
}

void ModelBuilder::add_modes(std::int32_t activity, const std::vector<Interval>& starts) {
    ActivityVariables& its = model_.activities[static_cast<std::size_t>(activity)];
    its.present = always();
    const bool optional = problem_.activity(activity).optional;
    if (optional)
        its.present = at_least(new_choice({MeaningKind::present, activity}), 1);
    else if (const Bound must = guard({StatementKind::mandatory, activity}); !surely(must)) {
        its.present = at_least(new_choice({MeaningKind::present, activity}), 1);
        clause({must.negated(), its.present});
    }
    Interval all{problem::never, -1};
    std::vector<std::int32_t> possible;
    for (std::size_t mode = 0; mode < starts.size(); ++mode) {
        if (starts[mode].from > starts[mode].to) continue;
        possible.push_back(static_cast<std::int32_t>(mode));
        all = {std::min(all.from, starts[mode].from), std::max(all.to, starts[mode].to)};
    }
    if (possible.empty()) {
        clause({its.present.negated()});
        all = {0, 0};
        possible.push_back(0);
    }
    its.start = named(engine_.add_variable(all.from, all.to), {MeaningKind::start, activity});
    its.only_mode = possible.front();
    if (possible.size() == 1) return;
    std::vector<Bound> one_of;
    for (std::size_t mode = 0; mode < starts.size(); ++mode) {
        its.modes.push_back(at_least(new_choice({MeaningKind::mode, activity, static_cast<std::int32_t>(mode)}), 1));
        if (starts[mode].from > starts[mode].to)
            clause({its.modes[mode].negated()});
        else
            one_of.push_back(its.modes[mode]);
        clause({its.modes[mode].negated(), at_least(its.start, starts[mode].from)});
        clause({its.modes[mode].negated(), at_most(its.start, starts[mode].to)});
        for (std::size_t other = 0; other < mode; ++other)
            clause({its.modes[mode].negated(), its.modes[other].negated()});
    }
    clause(one_of);
}

/// Duration as a variable, and the end as one: with the duration at least v the end is no earlier than v days from the start, with at
/// most v no later, which is exact once the duration is decided and sound before.
void ModelBuilder::add_durations(std::int32_t activity) {
    ActivityVariables& its = model_.activities[static_cast<std::size_t>(activity)];
    if (its.modes.empty()) return;
    const auto& modes = problem_.activity(activity).modes;
    std::vector<std::int32_t> distinct;
    for (std::size_t k = 0; k < modes.size(); ++k)
        if (possible_mode(activity, static_cast<std::int32_t>(k))) distinct.push_back(modes[k].duration);
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    its.only_mode =
        static_cast<std::int32_t>(std::ranges::find(modes, distinct.front(), &problem::Mode::duration) - modes.begin());
    if (distinct.size() == 1) return;
    its.duration = named(engine_.add_variable(distinct.front(), distinct.back()), {MeaningKind::duration, activity});
    const problem::WorkTime& calendar = problem_.calendar_of(activity);
    const Trail& trail = engine_.trail();
    its.end = named(engine_.add_variable(calendar.end_of(trail.least(its.start), distinct.front()), horizon_),
                    {MeaningKind::end, activity});
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        const std::int32_t value = distinct[i];
        std::vector<Bound> longer{at_least(its.duration, value)}, shorter{at_most(its.duration, value)};
        for (std::size_t k = 0; k < modes.size(); ++k) {
            if (modes[k].duration < value) longer.push_back(its.modes[k]);
            if (modes[k].duration > value) shorter.push_back(its.modes[k]);
            if (modes[k].duration != value) continue;
            clause({its.modes[k].negated(), at_least(its.duration, value)});
            clause({its.modes[k].negated(), at_most(its.duration, value)});
        }
        clause(longer);
        clause(shorter);
        table(its.start, its.end, [&](std::int32_t start) { return calendar.end_of(start, value); },
              {at_least(its.duration, value)});
        table(its.end, its.start, [&](std::int32_t end) { return calendar.start_reaching(end, value); },
              {at_most(its.duration, value)});
    }
}

void ModelBuilder::add_allowed_starts(std::int32_t activity) {
    const ActivityVariables& its = variables(activity);
    const problem::Activity& asked = problem_.activity(activity);
    const problem::WorkTime& calendar = problem_.calendar_of(activity);
    if (!calendar.every_day()) table(its.start, its.start, [&](std::int32_t day) { return calendar.next(day); }, {});
    if (asked.forbidden < 0) return;
    const Bound minded = guard({StatementKind::forbidden, activity});
    for (std::int32_t mode = 0; mode < static_cast<std::int32_t>(asked.modes.size()); ++mode) {
        if (!possible_mode(activity, mode)) continue;
        const StartDays days(problem_, activity, mode, Forbidden::minded);
        // Not asked of what is left out: a start must remain for it whatever is dropped.
        table(its.start, its.start, [&](std::int32_t day) { return days.first_from(day); },
              {its.present, mode_literal(activity, mode), minded});
    }
}

/// Windows that hold without question are in the domains already.
void ModelBuilder::add_windows(std::int32_t activity) {
    const ActivityVariables& its = variables(activity);
    const problem::Activity& asked = problem_.activity(activity);
    const Bound from = guard({StatementKind::window_start, activity}),
                to = guard({StatementKind::window_end, activity});
    if (asked.earliest_start > 0 && !surely(from))
        clause({from.negated(), its.present.negated(), at_least(its.start, asked.earliest_start)});
    if (asked.latest_end >= horizon_) return;
    const Bound out = its.present.negated();
    if (its.end >= 0)
        clause({to.negated(), out, at_most(its.end, asked.latest_end)});
    else if (!surely(to) || !its.modes.empty()) {
        const Event end = event(activity, problem::Anchor::finish);
        clause({to.negated(), out, at_most(its.start, end.calendar->start_for(asked.latest_end, end.duration))});
    }
}

Amount ModelBuilder::amount_by_mode(std::int32_t activity, std::int32_t pool,
                                    const std::vector<std::int32_t>& per_mode) {
    const ActivityVariables& its = variables(activity);
    std::vector<std::int32_t> distinct;
    for (std::size_t k = 0; k < per_mode.size(); ++k)
        if (possible_mode(activity, static_cast<std::int32_t>(k))) distinct.push_back(per_mode[k]);
    if (!surely(its.present)) distinct.push_back(0);
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() == 1) return {distinct.front()};
    const Variable amount =
        named(engine_.add_variable(distinct.front(), distinct.back()), {MeaningKind::units, activity, pool});
    const Bound out = its.present.negated();
    for (const std::int32_t value : distinct) {
        std::vector<Bound> more{at_least(amount, value), out};
        for (std::size_t k = 0; k < per_mode.size(); ++k) {
            const Bound mode = mode_literal(activity, static_cast<std::int32_t>(k));
            if (per_mode[k] < value) more.push_back(mode);
            if (per_mode[k] == value) clause({mode.negated(), out, at_least(amount, value)});
        }
        clause(more);
    }
    return {0, amount};
}

}  // namespace masar::engine
