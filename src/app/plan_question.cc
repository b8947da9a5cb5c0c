#include "app/plan_question.h"

#include <algorithm>

namespace masar::app {

Effort::Effort(const ExplainLimits& limits) : limits_(limits) {
    if (limits_.now_seconds != nullptr) began_ = limits_.now_seconds();
}

bool Effort::over() {
    if (stopped()) return true;
    return limits_.seconds && limits_.now_seconds != nullptr && limits_.now_seconds() - began_ > *limits_.seconds;
}

engine::ConflictSet Effort::find(const problem::Problem& problem,
                                 const std::vector<std::vector<problem::Statement>>& groups,
                                 std::vector<std::int32_t> dropped) {
    if (limits_.progress != nullptr)
        limits_.progress->report({.what = "conflicts", .done = conflicts_, .total = 0, .best = -1, .bound = -1});
    std::ranges::sort(dropped);
    engine::ConflictSet set = engine::find_conflict(
        problem, groups,
        {.conflicts = limits_.conflicts, .stop = [this] { return over(); }, .dropped = std::move(dropped)});
    conflicts_ += set.conflicts;
    return set;
}

std::optional<bool> Effort::possible(const problem::Problem& problem) {
    ++probes_;
    switch (find(problem, {}, {}).status) {
        case engine::ConflictStatus::feasible: return true;
        case engine::ConflictStatus::conflict: return false;
        default: return std::nullopt;
    }
}

std::optional<StatedQuestion> state(const PlanQuestion& question) {
    auto result = compile::compile_plan(question.plan, question.options);
    if (!result.compiled) return std::nullopt;
    auto stated = compile::state_problem(question.plan, *result.compiled, question.targets);
    if (!stated) return std::nullopt;
    return StatedQuestion{*std::move(result.compiled), *std::move(stated)};
}

base::Result<problem::Problem> without_members(const compile::StatedProblem& stated,
                                               const std::vector<plan::ConflictMember>& dropped) {
    std::vector<problem::Statement> parts;
    for (const compile::PlanStatement& each : stated.statements) {
        const bool gone = std::ranges::any_of(
            dropped, [&](const plan::ConflictMember& member) { return member.same_statement(each.member); });
        if (gone) parts.insert(parts.end(), each.parts.begin(), each.parts.end());
    }
    return problem::Problem::make(problem::without_free_options(problem::without(stated.problem, parts)));
}

}  // namespace masar::app
