// Links, budgets, groups, gates, objectives: minima and maxima over what is left.
#include "verify/refutation.h"

#include "problem/check_days.h"

#include <algorithm>

namespace masar::verify {
namespace {

using problem::Anchor;
using problem::Link;
using problem::Objective;
using problem::Sense;

Day event_of(const Placement& placement, Anchor anchor) {
    return anchor == Anchor::start ? placement.start : placement.end;
}

Day earliest_end(LeftOver& left, std::int32_t activity) {
    Day earliest = problem::never;
    for (const std::size_t each : left.activity(activity).placements)
        earliest = std::min(earliest, left.placement(activity, each).end);
    return earliest;
}

Day bound_by(const problem::ProblemData& data, const Link& link, const Placement& from) {
    const auto& calendar = data.work_times[static_cast<std::size_t>(link.calendar)];
    return problem::checking::bound_by_walking(calendar, link, {true, from.start, from.end, nullptr});
}

/// The least that an activity adds to a sum; `share` tells for a placement taken or not.
template <class Share>
std::int64_t least_share(LeftOver& left, std::int32_t activity, Share share) {
    const LeftOver::Activity& its = left.activity(activity);
    std::int64_t least = INT64_MAX;
    if (its.may_be_out) least = share(Choice{&left.placement(activity, 0), false});
    for (const std::size_t each : its.placements)
        least = std::min(least, share(Choice{&left.placement(activity, each), true}));
    return least;
}

std::int64_t least_lateness(LeftOver& left) {
    std::int64_t total = 0;
    const auto& gates = left.vocabulary().problem().data().gates;
    for (std::size_t gate = 0; gate < gates.size(); ++gate) {
        const std::int32_t variable = left.vocabulary().variable_of(Meaning::lateness, static_cast<std::int32_t>(gate));
        if (variable >= 0) total += gates[gate].weight * std::max<std::int64_t>(0, left.least(variable));
    }
    return total;
}

std::int64_t least_makespan(LeftOver& left) {
    Day least = 0;
    for (const std::int32_t activity : left.spoken_of())
        if (left.activity(activity).surely_in()) least = std::max(least, earliest_end(left, activity));
    return least;
}

bool names_a_constraint(const problem::ProblemData& data, const ClauseLine& line) {
    const auto within = [&](std::size_t count) {
        return line.index >= 0 && line.index < static_cast<std::int64_t>(count);
    };
    switch (line.constraint) {
        case Constraint::activity: return within(data.activities.size());
        case Constraint::link: return within(data.links.size());
        case Constraint::pool: return within(data.pools.size());
        case Constraint::budget:
            return within(data.budgets.size()) && line.period >= 0
                   && line.period
                          < static_cast<std::int64_t>(data.budgets[static_cast<std::size_t>(line.index)].limits.size());
        case Constraint::reservoir: return within(data.reservoirs.size());
        case Constraint::group: return within(data.groups.size());
        case Constraint::gate: return within(data.gates.size());
        case Constraint::objective: return within(data.objectives.size());
    }
    return false;
}

bool refuted_by(LeftOver& left, const ClauseLine& line) {
    switch (line.constraint) {
        case Constraint::activity: return left.activity(line.index).nothing();
        case Constraint::link: return refuted_by_link(left, line.index);
        case Constraint::pool: return refuted_by_pool(left, line.index);
        case Constraint::budget: return refuted_by_budget(left, line.index, line.period);
        case Constraint::reservoir: return refuted_by_reservoir(left, line.index);
        case Constraint::group: return refuted_by_group(left, line.index);
        case Constraint::gate: return refuted_by_gate(left, line.index);
        case Constraint::objective: return refuted_by_objective(left, line.index);
    }
    return false;
}

}  // namespace

bool implied(const Vocabulary& vocabulary, const UnitPropagation& proven, const ClauseLine& line) {
    if (!names_a_constraint(vocabulary.problem().data(), line)) return false;
    LeftOver left(vocabulary, proven, line.literals);
    if (left.contradictory()) return true;
    for (const std::int32_t activity : left.spoken_of())
        if (left.activity(activity).nothing()) return true;
    return refuted_by(left, line);
}

bool refuted_by_link(LeftOver& left, std::int32_t index) {
    const problem::ProblemData& data = left.vocabulary().problem().data();
    const Link& link = data.links[static_cast<std::size_t>(index)];
    const LeftOver::Activity &from = left.activity(link.from), &to = left.activity(link.to);
    if (from.nothing() || to.nothing()) return true;
    if (!from.surely_in() || !to.surely_in()) return false;
    std::int64_t least_bound = INT64_MAX, greatest_bound = INT64_MIN, least_event = INT64_MAX,
                 greatest_event = INT64_MIN;
    for (const std::size_t each : from.placements) {
        const std::int64_t bound = bound_by(data, link, left.placement(link.from, each));
        least_bound = std::min(least_bound, bound);
        greatest_bound = std::max(greatest_bound, bound);
    }
    for (const std::size_t each : to.placements) {
        const std::int64_t event = event_of(left.placement(link.to, each), link.to_anchor);
        least_event = std::min(least_event, event);
        greatest_event = std::max(greatest_event, event);
    }
    return link.sense == Sense::at_least ? greatest_event < least_bound : least_event > greatest_bound;
}

bool refuted_by_budget(LeftOver& left, std::int32_t index, std::int32_t period) {
    const problem::Problem& problem = left.vocabulary().problem();
    const std::int64_t limit =
        problem.data().budgets[static_cast<std::size_t>(index)].limits[static_cast<std::size_t>(period)];
    if (limit == problem::unlimited) return false;
    std::int64_t sum = 0;
    for (std::int32_t activity = 0; activity < problem.size(); ++activity) {
        if (left.activity(activity).nothing()) return true;
        const LeftOver::Activity& its = left.activity(activity);
        const std::vector<std::int64_t>& charges = left.vocabulary().charges(activity, {index, period});
        std::int64_t least = its.may_be_out ? 0 : INT64_MAX;
        for (const std::size_t each : its.placements) least = std::min(least, charges[each]);
        sum += least;
    }
    return sum > limit;
}

bool refuted_by_group(LeftOver& left, std::int32_t index) {
    const problem::Group& group = left.vocabulary().problem().data().groups[static_cast<std::size_t>(index)];
    std::int32_t in = 0, out = 0;
    for (const std::int32_t member : group.members) {
        in += left.activity(member).surely_in() ? 1 : 0;
        out += left.activity(member).surely_out() ? 1 : 0;
    }
    switch (group.kind) {
        case problem::Group::Kind::implies: return left.activity(group.members.front()).surely_in() && out > 0;
        case problem::Group::Kind::at_most: return in > group.count;
        case problem::Group::Kind::exactly:
            return in > group.count || static_cast<std::int32_t>(group.members.size()) - out < group.count;
    }
    return false;
}

bool refuted_by_gate(LeftOver& left, std::int32_t index) {
    const problem::Gate& gate = left.vocabulary().problem().data().gates[static_cast<std::size_t>(index)];
    const std::int32_t variable = left.vocabulary().variable_of(Meaning::lateness, index);
    if (!gate.firm && variable < 0) return false;
    const std::int64_t most = gate.firm ? 0 : left.greatest(variable);
    return std::ranges::any_of(gate.requires_done, [&](std::int32_t member) {
        const LeftOver::Activity& its = left.activity(member);
        return its.nothing() || (its.surely_in() && earliest_end(left, member) - gate.due_end > most);
    });
}

bool refuted_by_objective(LeftOver& left, std::int32_t index) {
    const Vocabulary& vocabulary = left.vocabulary();
    const std::int32_t variable = vocabulary.variable_of(Meaning::objective, index);
    if (variable < 0) return false;
    const auto& numbers = vocabulary.variables()[static_cast<std::size_t>(variable)].numbers;
    // The variable is the value in whole steps, rounded down.
    const std::int64_t most = numbers[1] * (left.greatest(variable) + 1) + numbers[2] - 1;
    const Objective objective = vocabulary.problem().data().objectives[static_cast<std::size_t>(index)];
    if (objective == Objective::makespan) return least_makespan(left) > most;
    if (objective == Objective::gate_lateness) return least_lateness(left) > most;
    std::int64_t sum = 0;
    for (std::int32_t activity = 0; activity < vocabulary.problem().size(); ++activity) {
        if (left.activity(activity).nothing()) return true;
        sum += least_share(left, activity,
                           [&](Choice choice) { return share_in(vocabulary.problem(), index, activity, choice); });
    }
    return sum > most;
}

}  // namespace masar::verify
