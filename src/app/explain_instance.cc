#include "app/explain_instance.h"

#include "engine/explain.h"
#include "problem/statement.h"

#include <algorithm>
#include <array>

namespace masar::app {
namespace {

using problem::Statement;
using problem::StatementKind;

constexpr std::int64_t default_conflicts = 500'000;
constexpr std::array<std::string_view, 11> kinds{"link",      "window-start", "window-end", "forbidden",
                                                 "mandatory", "fixed",        "pool",       "budget",
                                                 "reservoir", "group",        "firm-gate"};

report::InstanceStatement told(const problem::Problem& problem, const Statement& statement) {
    report::InstanceStatement out;
    out.kind = kinds[static_cast<std::size_t>(statement.kind)];
    out.index = statement.index;
    if (statement.period >= 0) out.period = statement.period;
    if (statement.kind == StatementKind::link) {
        const problem::Link& link = problem.data().links[static_cast<std::size_t>(statement.index)];
        out.from = link.from;
        out.to = link.to;
    }
    return out;
}

/// The instance with these statements alone has no schedule: a fresh search that knows nothing of the first.
bool holds_alone(const problem::Problem& problem, const std::vector<Statement>& all,
                 const std::vector<std::int32_t>& members, const engine::ConflictLimits& limits) {
    std::vector<Statement> rest;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!std::ranges::binary_search(members, static_cast<std::int32_t>(i))) rest.push_back(all[i]);
    const auto alone = problem::Problem::make(problem::without(problem, rest));
    return alone && engine::find_conflict(*alone, {}, limits).status == engine::ConflictStatus::conflict;
}

engine::ConflictLimits limits_of(const engine::Run& run) {
    engine::ConflictLimits limits;
    limits.conflicts = run.limits.conflicts.value_or(default_conflicts);
    const double end = run.now_seconds != nullptr && run.limits.seconds ? run.now_seconds() + *run.limits.seconds : 0;
    limits.stop = [&run, end] {
        if (run.stop != nullptr && run.stop->stopped()) return true;
        return end > 0 && run.now_seconds() > end;
    };
    return limits;
}

}  // namespace

std::optional<report::InstanceConflict> explain_instance(const problem::Problem& problem, const engine::Run& run) {
    std::vector<Statement> all = problem::all_statements(problem);
    std::erase_if(all, [](const Statement& each) { return each.kind == StatementKind::mandatory; });
    std::vector<std::vector<Statement>> groups;
    for (const Statement& each : all) groups.push_back({each});
    const engine::ConflictLimits limits = limits_of(run);
    const engine::ConflictSet set = engine::find_conflict(problem, groups, limits);
    if (set.status != engine::ConflictStatus::conflict) return std::nullopt;
    report::InstanceConflict conflict;
    for (const std::int32_t each : set.members)
        conflict.members.push_back(told(problem, all[static_cast<std::size_t>(each)]));
    conflict.minimal = set.minimal;
    conflict.verified = holds_alone(problem, all, set.members, limits);
    return conflict;
}

}  // namespace masar::app
