#include "problem/statement.h"

#include <algorithm>

namespace masar::problem {
namespace {

constexpr std::int32_t plenty = 1'000'000'000;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

void drop_from_activity(Activity& activity, StatementKind kind) {
    switch (kind) {
        case StatementKind::window_start: activity.earliest_start = 0; break;
        case StatementKind::window_end: activity.latest_end = never; break;
        case StatementKind::forbidden: activity.forbidden = -1; break;
        case StatementKind::mandatory: activity.optional = true; break;
        default:
            activity.fixed = activity.forbidden = -1;
            activity.earliest_start = 0;
            activity.latest_end = never;
    }
}

void drop(ProblemData& data, const Statement& statement) {
    switch (statement.kind) {
        case StatementKind::pool: data.pools[at(statement.index)].steps = {{0, plenty}}; break;
        case StatementKind::budget: data.budgets[at(statement.index)].limits[at(statement.period)] = unlimited; break;
        case StatementKind::reservoir:
            data.reservoirs[at(statement.index)].minimum = -unlimited;
            data.reservoirs[at(statement.index)].maximum = unlimited;
            break;
        case StatementKind::firm_gate: data.gates[at(statement.index)].firm = false; break;
        case StatementKind::link:
        case StatementKind::group: break;
        default: drop_from_activity(data.activities[at(statement.index)], statement.kind);
    }
}

template <class Item>
std::vector<Item> kept(const std::vector<Item>& items, StatementKind kind, std::span<const Statement> dropped) {
    std::vector<Item> rest;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Statement self{kind, static_cast<std::int32_t>(i)};
        if (std::find(dropped.begin(), dropped.end(), self) == dropped.end()) rest.push_back(items[i]);
    }
    return rest;
}

void list_activity(const Problem& problem, std::int32_t index, std::vector<Statement>& out) {
    const Activity& activity = problem.activity(index);
    if (activity.fixed >= 0) {
        if (could_be_planned(problem, index)) out.push_back({StatementKind::fixed, index});
        return;  // what happened answers to nothing else
    }
    if (activity.earliest_start > 0) out.push_back({StatementKind::window_start, index});
    if (activity.latest_end < never) out.push_back({StatementKind::window_end, index});
    if (activity.forbidden >= 0) out.push_back({StatementKind::forbidden, index});
    if (!activity.optional) out.push_back({StatementKind::mandatory, index});
}

/// New index per activity; -1 = left out.
std::vector<std::int32_t> kept_positions(const ProblemData& data) {
    std::vector<std::int32_t> positions(data.activities.size(), 0);
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (data.activities[i].optional && data.activities[i].fixed < 0) positions[i] = -1;
    for (const Group& group : data.groups)
        for (const std::int32_t member : group.members) positions[at(member)] = 0;
    for (const OutcomeGoal& goal : data.goals)
        for (const OutcomeGoal::Term& term : goal.terms) positions[at(term.activity)] = 0;
    std::int32_t next = 0;
    for (std::int32_t& each : positions)
        if (each >= 0) each = next++;
    return positions;
}

}  // namespace

ProblemData without_free_options(ProblemData data) {
    const std::vector<std::int32_t> positions = kept_positions(data);
    const auto gone = [&](std::int32_t index) { return positions[at(index)] < 0; };
    std::size_t next = 0;
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (positions[i] >= 0) std::swap(data.activities[next++], data.activities[i]);
    data.activities.resize(next);
    std::erase_if(data.links, [&](const Link& link) { return gone(link.from) || gone(link.to); });
    for (Link& link : data.links) link.from = positions[at(link.from)], link.to = positions[at(link.to)];
    for (Group& group : data.groups)
        for (std::int32_t& member : group.members) member = positions[at(member)];
    for (Gate& gate : data.gates) {
        std::erase_if(gate.requires_done, gone);
        for (std::int32_t& each : gate.requires_done) each = positions[at(each)];
    }
    for (OutcomeGoal& goal : data.goals)
        for (OutcomeGoal::Term& term : goal.terms) term.activity = positions[at(term.activity)];
    std::erase_if(data.wishes, [&](const Wish& wish) { return gone(wish.activity); });
    for (Wish& wish : data.wishes) wish.activity = positions[at(wish.activity)];
    data.baseline.clear();
    return data;
}

bool could_be_planned(const Problem& problem, std::int32_t fixed_activity) {
    const Activity& activity = problem.activity(fixed_activity);
    const Fixed& fixed = problem.data().fixed_activities[at(activity.fixed)];
    const WorkTime& calendar = problem.calendar_of(fixed_activity);
    const std::int32_t duration = activity.modes[at(fixed.mode)].duration;
    return calendar.works(fixed.start) && calendar.end_of(fixed.start, duration) == fixed.end
           && fixed.uses_from <= fixed.start;
}

std::vector<Statement> all_statements(const Problem& problem) {
    const ProblemData& data = problem.data();
    std::vector<Statement> all;
    const auto list = [&](StatementKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) all.push_back({kind, static_cast<std::int32_t>(i)});
    };
    list(StatementKind::link, data.links.size());
    for (std::int32_t i = 0; i < problem.size(); ++i) list_activity(problem, i, all);
    list(StatementKind::pool, data.pools.size());
    for (std::size_t b = 0; b < data.budgets.size(); ++b)
        for (std::size_t p = 0; p < data.budgets[b].limits.size(); ++p)
            if (data.budgets[b].limits[p] != unlimited)
                all.push_back({StatementKind::budget, static_cast<std::int32_t>(b), static_cast<std::int32_t>(p)});
    list(StatementKind::reservoir, data.reservoirs.size());
    list(StatementKind::group, data.groups.size());
    for (std::size_t g = 0; g < data.gates.size(); ++g)
        if (data.gates[g].firm) all.push_back({StatementKind::firm_gate, static_cast<std::int32_t>(g)});
    std::stable_sort(all.begin(), all.end());
    return all;
}

ProblemData without(const Problem& problem, std::span<const Statement> dropped) {
    ProblemData data = problem.data();
    for (const Statement& statement : dropped) drop(data, statement);
    data.links = kept(data.links, StatementKind::link, dropped);
    data.groups = kept(data.groups, StatementKind::group, dropped);
    return data;
}

}  // namespace masar::problem
