#pragma once
// One statement of a problem that could be dropped: what a conflict is made of. Working weeks, durations and the horizon are facts.
#include "problem/problem.h"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace masar::problem {

enum class StatementKind : std::uint8_t {
    link,          ///< index of a link
    window_start,  ///< index of an activity: its earliest start
    window_end,    ///< index of an activity: its latest end
    forbidden,     ///< index of an activity: its forbidden set
    mandatory,     ///< index of an activity that is not optional
    fixed,         ///< index of an activity that is fixed, where it could be planned so today
    pool,          ///< index of a pool: its whole capacity
    budget,        ///< index of a budget, in `period`
    reservoir,     ///< index of a reservoir: minimum and maximum
    group,         ///< index of a group
    firm_gate,     ///< index of a firm gate: its due day
};

struct Statement {
    StatementKind kind = StatementKind::link;
    std::int32_t index = -1;
    std::int32_t period = -1;  ///< of a budget

    constexpr auto operator<=>(const Statement&) const = default;
};

/// Whether the days on record are what its mode takes on its calendar, used in full. What happened otherwise is a fact.
[[nodiscard]] bool could_be_planned(const Problem& problem, std::int32_t fixed_activity);

/// Everything of the problem that could be dropped, in the order of the enumeration.
[[nodiscard]] std::vector<Statement> all_statements(const Problem& problem);

/// The problem without these statements. A mandatory activity becomes optional; a fixed one is then free on its own calendar.
[[nodiscard]] ProblemData without(const Problem& problem, std::span<const Statement> dropped);

/// Without optional activities of which no group and no outcome goal speaks: any schedule may leave them out, so that it is possible or not as before.
/// Links and gates forget them; indices change.
[[nodiscard]] ProblemData without_free_options(ProblemData data);

}  // namespace masar::problem
