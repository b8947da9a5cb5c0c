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
                                 engine::ConflictLimits limits) {
    if (limits_.progress != nullptr)
        limits_.progress->report({.what = "conflicts", .done = conflicts_, .total = 0, .best = -1, .bound = -1});
    std::ranges::sort(limits.dropped);
    limits.conflicts = limits_.conflicts;
    limits.stop = [this] { return over(); };
    engine::ConflictSet set = engine::find_conflict(problem, groups, limits);
    conflicts_ += set.conflicts;
    return set;
}

engine::ConflictSet Effort::probe(const problem::ProblemData& data) {
    ++probes_;
    const auto problem = problem::Problem::make(data);
    return problem && !over() ? find(*problem, {}, {}) : engine::ConflictSet{};
}

std::optional<StatedQuestion> state(const PlanQuestion& question) {
    auto result = compile::compile_plan(question.plan, question.options);
    if (!result.compiled) return std::nullopt;
    auto stated = compile::state_problem(question.plan, *result.compiled, question.targets);
    if (!stated) return std::nullopt;
    return StatedQuestion{*std::move(result.compiled), *std::move(stated)};
}

problem::ProblemData without_members(const compile::StatedProblem& stated,
                                     const std::vector<plan::ConflictMember>& dropped) {
    std::vector<problem::Statement> parts;
    for (const compile::PlanStatement& each : stated.statements) {
        const bool gone = std::ranges::any_of(
            dropped, [&](const plan::ConflictMember& member) { return member.same_statement(each.member); });
        if (gone) parts.insert(parts.end(), each.parts.begin(), each.parts.end());
    }
    return stated.without(std::move(parts));
}

std::optional<calendar::Date> reached_date(const plan::Plan& plan, const StatedQuestion& question,
                                           const problem::Schedule& schedule, const plan::Target& target) {
    std::vector<plan::ActivityIndex> wanted{target.activity};
    if (target.gate.known()) {
        wanted.clear();
        for (const auto& each : plan.gates[target.gate.at()].requires_done) wanted.push_back(each.value);
    }
    std::optional<calendar::Date> last;
    for (const plan::ActivityIndex each : wanted) {
        const std::int32_t position = each.known() ? question.compiled.positions[each.at()] : -1;
        if (position < 0 || !schedule.chosen(position)) return std::nullopt;
        const problem::Day start = schedule.start[static_cast<std::size_t>(position)];
        const auto finish = question.compiled.days.finish(start, end_of(question.stated.problem, schedule, position));
        last = std::max(last.value_or(finish), finish);
    }
    return last;
}

}  // namespace masar::app
