#include "engine/search/proofs.h"

#include "engine/search/start_finder.h"
#include "problem/start_days.h"

#include <algorithm>

namespace masar::engine {
namespace {

using problem::Anchor;
using problem::Objective;
using problem::Passes;
using problem::Problem;
using problem::Schedule;
using problem::Sense;

bool mandatory(const Instance& instance, std::int32_t activity) {
    return !instance.problem().activity(activity).optional || instance.fixed(activity);
}

/// The shortest mode of what must be done; options are left out.
std::vector<std::int32_t> relaxed_modes(const Instance& instance) {
    std::vector<std::int32_t> modes(instance.size(), Schedule::not_chosen);
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        if (!mandatory(instance, activity)) continue;
        modes[activity] = 0;
        for (std::int32_t mode = 1; mode < instance.modes(activity); ++mode) {
            const bool shorter =
                instance.terms(activity, mode).duration < instance.terms(activity, modes[activity]).duration;
            if (shorter) modes[activity] = mode;
        }
        const auto fixed = instance.problem().activity(activity).fixed;
        if (fixed >= 0) modes[activity] = instance.problem().data().fixed_activities[fixed].mode;
    }
    return modes;
}

bool duration_varies(const Instance& instance, std::int32_t activity) {
    for (std::int32_t mode = 1; mode < instance.modes(activity); ++mode) {
        if (instance.terms(activity, mode).duration != instance.terms(activity, 0).duration) return true;
    }
    return false;
}

/// A shorter mode moves every date the right way only when links come into starts and leave from finishes.
bool shortest_is_relaxation(const Instance& instance) {
    return std::ranges::all_of(instance.problem().data().links, [&](const problem::Link& link) {
        const bool from_varies = duration_varies(instance, link.from), to_varies = duration_varies(instance, link.to);
        if (!from_varies && !to_varies) return true;
        return link.sense == Sense::at_least && (!from_varies || link.from_anchor == Anchor::finish)
               && (!to_varies || link.to_anchor == Anchor::start);
    });
}

bool dates_contradict(const Instance& instance, const Passes& passes, const std::vector<std::int32_t>& modes) {
    if (!passes.contradiction.empty()) return true;
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        if (modes[activity] < 0 || instance.fixed(activity)) continue;
        if (passes.earliest_start[activity] >= problem::never) return true;
        if (passes.earliest_end[activity] > instance.deadline(activity)) return true;
    }
    return false;
}

/// Whether some start between its earliest and its deadline would do if the activity were alone with what is fixed.
bool can_stand_alone(const Instance& instance, Board& board, const Quest& window) {
    StartFinder finder(instance, board);
    for (std::int32_t mode = 0; mode < instance.modes(window.activity); ++mode) {
        // A milestone may stand on the very end of the horizon, a day that the tables do not have: nothing is claimed then.
        const bool at_the_end = window.first >= instance.grid_of(window.activity).count();
        if (at_the_end && instance.terms(window.activity, mode).duration == 0) return true;
        Quest quest = window;
        quest.mode = mode;
        quest.last = instance.grid_of(quest.activity)
                         .last_index(instance.deadline(quest.activity), instance.terms(quest.activity, mode).duration);
        // What others give may fill a reservoir.
        const bool draws = !instance.problem().activity(quest.activity).modes[mode].stock_changes.empty();
        quest.heed = draws ? Heed::pools : Heed::everything;
        if (finder.earliest(quest) != StartFinder::none) return true;
    }
    return false;
}

bool someone_fits_nowhere(const Instance& instance, const Passes& passes, bool dated) {
    Board board(instance);
    for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
        if (!mandatory(instance, activity) || instance.fixed(activity)) continue;
        const Day from = dated ? passes.earliest_start[activity] : instance.problem().activity(activity).earliest_start;
        const std::int32_t first = instance.grid_of(activity).index_from(from);
        if (!can_stand_alone(instance, board, {activity, 0, first, 0})) return true;
    }
    return false;
}

std::int64_t least_expense(const problem::Activity& activity, std::int32_t budget) {
    std::int64_t least = INT64_MAX;
    for (const auto& mode : activity.modes) {
        std::int64_t amount = 0;
        for (const auto& expense : mode.expenses) amount += expense.budget == budget ? expense.amount : 0;
        least = std::min(least, amount);
    }
    return least;
}

bool budgets_too_small(const Instance& instance) {
    const auto& data = instance.problem().data();
    for (std::size_t budget = 0; budget < data.budgets.size(); ++budget) {
        std::int64_t available = 0, needed = 0;
        bool limited = true;
        for (const std::int64_t limit : data.budgets[budget].limits) {
            limited &= limit < problem::unlimited / 4;
            if (limited) available += limit;
            limited &= available < problem::unlimited / 4;
        }
        if (!limited) continue;
        for (std::int32_t activity = 0; activity < instance.size(); ++activity) {
            if (!mandatory(instance, activity)) continue;
            needed += least_expense(data.activities[activity], static_cast<std::int32_t>(budget));
        }
        if (needed > available) return true;
    }
    return false;
}

std::int64_t gate_bound(const Instance& instance, const Passes& passes) {
    std::int64_t total = 0;
    for (const auto& gate : instance.problem().data().gates) {
        Day late = 0;
        for (const std::int32_t activity : gate.requires_done) {
            if (mandatory(instance, activity)) late = std::max(late, passes.earliest_end[activity] - gate.due_end);
        }
        total += gate.weight * late;
    }
    return total;
}

std::int64_t value_bound(const Instance& instance) {
    std::int64_t best = 0;
    for (const auto& activity : instance.problem().data().activities) {
        if (activity.optional) best -= std::max<std::int64_t>(0, activity.value);
    }
    return best;
}

std::int64_t cost_bound(const Instance& instance) {
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < instance.size(); ++i) {
        std::int64_t least = INT64_MAX;
        for (const auto& mode : instance.problem().activity(i).modes) least = std::min(least, mode.cost);
        total += mandatory(instance, i) ? least : std::min<std::int64_t>(0, least);
    }
    return total;
}

struct Moves {
    std::int64_t moved = 0, days = 0;
};

/// What stands elsewhere for good, or cannot start as early as it did.
Moves moves_bound(const Instance& instance, const Proofs& proofs) {
    const auto& data = instance.problem().data();
    Moves moves;
    for (std::int32_t i = 0; i < instance.size(); ++i) {
        const Day before = data.baseline[static_cast<std::size_t>(i)];
        if (before == problem::not_in_baseline || !mandatory(instance, i)) continue;
        Day days = 0;
        if (instance.fixed(i))
            days = std::abs(data.fixed_activities[data.activities[i].fixed].start - before);
        else if (proofs.dated)
            days = std::max(0, proofs.outlook.earliest_start[i] - before);
        moves.moved += days > 0 ? 1 : 0;
        moves.days += days;
    }
    return moves;
}

/// The least price of a start that its window, its calendar and what it waits for allow.
std::int64_t least_price(const Instance& instance, const Proofs& proofs, std::int32_t activity) {
    const auto& fixed = instance.problem().data().fixed_activities;
    if (instance.fixed(activity)) {
        const auto& given = fixed[instance.problem().activity(activity).fixed];
        return instance.wishes().price(activity, given.mode, {given.start, given.end});
    }
    const Day from = std::max(instance.problem().activity(activity).earliest_start,
                              proofs.dated ? proofs.outlook.earliest_start[activity] : 0);
    std::int64_t least = INT64_MAX;
    for (std::int32_t mode = 0; mode < instance.modes(activity); ++mode) {
        const problem::StartDays days(instance.problem(), activity, mode, problem::Forbidden::minded);
        for (Day start = days.first_from(from); start < problem::never && least > 0;
             start = days.first_from(start + 1)) {
            const problem::Span span{start, days.end_of(start)};
            if (span.end > instance.deadline(activity)) break;
            least = std::min(least, instance.wishes().price(activity, mode, span));
        }
    }
    return least == INT64_MAX ? 0 : least;
}

std::int64_t wishes_bound(const Instance& instance, const Proofs& proofs) {
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < instance.size() && !instance.wishes().empty(); ++i)
        if (mandatory(instance, i) && !instance.wishes().of(i).empty()) total += least_price(instance, proofs, i);
    return total;
}

std::optional<std::int64_t> bound_of(Objective objective, const Instance& instance, const Proofs& proofs) {
    switch (objective) {
        case Objective::gate_lateness:
            return proofs.dated ? std::optional(gate_bound(instance, proofs.outlook)) : std::optional<std::int64_t>(0);
        case Objective::makespan: return proofs.makespan;
        case Objective::option_value: return value_bound(instance);
        case Objective::cost: return cost_bound(instance);
        case Objective::moved: return moves_bound(instance, proofs).moved;
        case Objective::shift: return moves_bound(instance, proofs).days;
        case Objective::wishes: return wishes_bound(instance, proofs);
    }
    return std::nullopt;
}

/// Tails are the same whenever a project ends only where every day is worked.
std::vector<Day> tails_of(const Instance& instance, const std::vector<std::int32_t>& modes) {
    const auto& data = instance.problem().data();
    const auto every_day = [&](const auto& item) { return data.work_times[item.calendar].every_day(); };
    if (!std::ranges::all_of(data.activities, every_day) || !std::ranges::all_of(data.links, every_day)) return {};
    if (!data.fixed_activities.empty() || instance.problem().has_maximal_lags()) return {};
    const Passes passes = run_passes(instance.problem(), {modes, problem::never, false});
    std::vector<Day> tails(modes.size());
    for (std::size_t activity = 0; activity < modes.size(); ++activity) {
        if (modes[activity] >= 0) tails[activity] = std::max(0, passes.makespan - passes.latest_end[activity]);
    }
    return tails;
}

}  // namespace

Proofs prove(const Instance& instance) {
    Proofs proofs;
    const auto modes = relaxed_modes(instance);
    proofs.dated = shortest_is_relaxation(instance);
    const Passes latest = run_passes(instance.problem(), {modes, instance.horizon(), true});
    proofs.infeasible = budgets_too_small(instance) || (proofs.dated && dates_contradict(instance, latest, modes));
    if (!proofs.infeasible) proofs.infeasible = someone_fits_nowhere(instance, latest, proofs.dated);
    if (!proofs.infeasible && proofs.dated) {
        const auto by_energy = energy_bound(instance, {latest, latest, tails_of(instance, modes)});
        proofs.infeasible = !by_energy.has_value();
        proofs.makespan = std::max(latest.makespan, by_energy.value_or(0));
    }
    const bool has_dates = latest.contradiction.empty() && latest.makespan < problem::never;
    const Day target = std::max(proofs.makespan, latest.makespan);
    proofs.outlook = has_dates ? run_passes(instance.problem(), {modes, target, true}) : latest;
    for (const auto objective : instance.problem().data().objectives) {
        proofs.bounds.push_back(proofs.infeasible ? std::nullopt : bound_of(objective, instance, proofs));
    }
    return proofs;
}

}  // namespace masar::engine
