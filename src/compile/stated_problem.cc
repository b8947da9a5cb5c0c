#include "compile/stated_problem.h"

#include "compile/forbidden_sets.h"
#include "compile/member_readers.h"
#include "compile/rule_book.h"
#include "compile/stated_dates.h"

#include <algorithm>
#include <numeric>

namespace masar::compile {
namespace {

using plan::ConflictMember;
using plan::MemberKind;
using problem::Statement;
using problem::StatementKind;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// Pools, stocks, choices, ceilings and what takes place: each is one statement of the problem already.
class StatedRecords {
public:
    StatedRecords(const plan::Plan& plan, const CompiledPlan& compiled, std::vector<PlanStatement>& out)
        : plan_(plan), compiled_(compiled), data_(compiled.problem.data()), out_(out) {}

    void add_means() {
        for (std::size_t i = 0; i < data_.reservoirs.size(); ++i) {
            const plan::Stock& stock = plan_.stocks[compiled_.reservoirs[i].at()];
            add(of(MemberKind::stock, compiled_.reservoirs[i].value, stock, stock.initial.place),
                {StatementKind::reservoir, static_cast<std::int32_t>(i)});
        }
        for (std::size_t i = 0; i < data_.groups.size(); ++i) {
            const std::int32_t choice = compiled_.choices[i];
            add(of(MemberKind::choice, choice, plan_.choices[at(choice)], {}),
                {StatementKind::group, static_cast<std::int32_t>(i)});
        }
        for (std::size_t i = 0; i < data_.budgets.size(); ++i) add_budget(i);
        for (std::size_t i = 0; i < data_.pools.size(); ++i) {
            const plan::Resource& resource = plan_.resources[compiled_.pools[i].at()];
            ConflictMember member =
                of(MemberKind::capacity, compiled_.pools[i].value, resource, resource.capacity.place);
            member.amount = resource.capacity.value;
            add(std::move(member), {StatementKind::pool, static_cast<std::int32_t>(i)});
        }
    }

    /// Small ones first: what is left of a conflict is then a few that weigh much.
    void add_activities() {
        std::vector<std::int32_t> order(compiled_.activities.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, {}, [this](std::int32_t i) { return weight(i); });
        for (const std::int32_t i : order) {
            const problem::Activity& activity = data_.activities[at(i)];
            if (activity.fixed >= 0 || activity.optional) continue;
            const plan::ActivityIndex index = compiled_.activities[at(i)];
            ConflictMember member = of(MemberKind::activity, -1, plan_.activities[index.at()], {});
            member.activity = index;
            add(std::move(member), {StatementKind::mandatory, i});
        }
    }

private:
    [[nodiscard]] std::int64_t weight(std::int32_t i) const {
        std::int64_t most = 0;
        for (const problem::Mode& mode : data_.activities[at(i)].modes) {
            std::int64_t sum = mode.duration;
            for (const problem::Demand& demand : mode.demands) sum += std::int64_t{demand.units} * mode.duration;
            for (const problem::Expense& expense : mode.expenses) sum += expense.amount / 100'000;
            most = std::max(most, sum);
        }
        return most;
    }

    static ConflictMember of(MemberKind kind, std::int32_t record, const plan::Record& source, base::Place place) {
        ConflictMember member;
        member.kind = kind;
        member.record = record;
        member.id = source.id;
        member.place = place.known() ? place : source.place;
        return member;
    }

    void add(ConflictMember member, Statement part) { out_.push_back({std::move(member), {part}, {}}); }

    void add_budget(std::size_t budget) {
        const BudgetOrigin& origin = compiled_.budgets[budget];
        const auto& limits = data_.budgets[budget].limits;
        for (std::size_t period = 0; period < limits.size(); ++period) {
            if (limits[period] == problem::unlimited) continue;
            ConflictMember member = budget_member(origin);
            if (origin.kind != BudgetOrigin::Kind::cost_limit) {
                member.year = origin.first_year + static_cast<int>(period);
                member.amount = limits[period];
                member.currency = origin.currency;
                place_in_year(member);
            } else {
                member.amount = dearest(origin, static_cast<std::int32_t>(budget));
                member.currency = origin.currency;
            }
            add(std::move(member),
                {StatementKind::budget, static_cast<std::int32_t>(budget), static_cast<std::int32_t>(period)});
        }
    }

    [[nodiscard]] ConflictMember budget_member(const BudgetOrigin& origin) const {
        const std::size_t record = at(origin.record);
        switch (origin.kind) {
            case BudgetOrigin::Kind::resource:
                return of(MemberKind::yearly_capacity, origin.record, plan_.resources[record],
                          plan_.resources[record].capacity.place);
            case BudgetOrigin::Kind::fund: return of(MemberKind::fund_ceiling, origin.record, plan_.funds[record], {});
            case BudgetOrigin::Kind::side: return of(MemberKind::side_ceiling, origin.record, plan_.sides[record], {});
            case BudgetOrigin::Kind::cost_limit: break;
        }
        ConflictMember member = of(MemberKind::cost_limit, origin.record, plan_.rules[record], {});
        member.activity = origin.activity;
        return member;
    }

    /// By how much the dearest mode exceeds the limit.
    [[nodiscard]] std::int64_t dearest(const BudgetOrigin& origin, std::int32_t budget) const {
        std::int64_t most = 0;
        const std::int32_t position = compiled_.positions[origin.activity.at()];
        for (const problem::Mode& mode : data_.activities[at(position)].modes)
            for (const problem::Expense& expense : mode.expenses)
                if (expense.budget == budget) most = std::max(most, expense.amount);
        return most;
    }

    void place_in_year(ConflictMember& member) const {
        const auto look = [&](const std::vector<plan::Ceiling>& ceilings) {
            for (const plan::Ceiling& each : ceilings)
                if (each.year == member.year) member.place = each.place;
        };
        if (member.kind == MemberKind::fund_ceiling) look(plan_.funds[at(member.record)].ceilings);
        if (member.kind != MemberKind::side_ceiling) return;
        for (const plan::SideCeilings& each : plan_.ceilings)
            if (each.side.value.value == member.record) look(each.ceilings);
    }

    const plan::Plan& plan_;
    const CompiledPlan& compiled_;
    const problem::ProblemData& data_;
    std::vector<PlanStatement>& out_;
};

/// Days are merged where an activity avoids several periods; each is kept so that it can be told apart later.
std::vector<AvoidedPeriod> avoided_by(const plan::Plan& plan, const CompiledPlan& compiled, const RuleBook& rules,
                                      plan::ActivityIndex index) {
    std::vector<AvoidedPeriod> found;
    const auto entry = [&](plan::PeriodIndex period) -> AvoidedPeriod& {
        const auto known = std::ranges::find(found, period, &AvoidedPeriod::period);
        if (known != found.end()) return *known;
        return found.emplace_back(AvoidedPeriod{period, {}, false, {}, {}});
    };
    const auto add_days = [&](AvoidedPeriod& period, const Season& season) {
        const auto days = touched_days(compiled, season, {0, compiled.days.days});
        period.days.insert(period.days.end(), days.begin(), days.end());
    };
    for (const auto& each : plan.activities[index.at()].avoid) {
        if (!each.value.known()) continue;
        AvoidedPeriod& period = entry(each.value);
        period.by_itself = true;
        period.place = each.place;
        add_days(period, {each.value.value, 0, compiled.days.days});
    }
    for (const BindingRule& rule : rules.binding(index)) {
        const plan::Rule& source = plan.rules[rule.rule.at()];
        for (const auto& each : source.not_during) {
            if (!each.value.known()) continue;
            AvoidedPeriod& period = entry(each.value);
            period.rules.push_back(rule.rule);
            if (!period.place.known()) period.place = source.place;
            add_days(period, season_of(rule, each.value, compiled.days));
        }
    }
    for (AvoidedPeriod& each : found) each.days = united(std::move(each.days));
    return found;
}

void add_avoided(const plan::Plan& plan, const CompiledPlan& compiled, std::vector<PlanStatement>& out) {
    const RuleBook rules(plan, compiled.days.whole());
    for (std::size_t i = 0; i < compiled.activities.size(); ++i) {
        const auto position = static_cast<std::int32_t>(i);
        if (compiled.problem.activity(position).forbidden < 0) continue;
        PlanStatement statement;
        statement.member.kind = MemberKind::avoids;
        statement.member.activity = compiled.activities[i];
        statement.member.id = plan.activities[compiled.activities[i].at()].id;
        statement.parts = {{StatementKind::forbidden, position}};
        statement.avoided = avoided_by(plan, compiled, rules, compiled.activities[i]);
        statement.member.place = statement.avoided.front().place;
        if (statement.avoided.size() == 1)
            statement.member = avoiding(plan, statement.member, statement.avoided.front());
        out.push_back(std::move(statement));
    }
}

}  // namespace

plan::ConflictMember avoiding(const plan::Plan& plan, const plan::ConflictMember& member, const AvoidedPeriod& period) {
    ConflictMember one = member;
    one.record = period.period.value;
    one.rules = period.rules;
    one.place = period.place;
    one.readers = readers_of_member(plan, one);
    return one;
}

std::vector<std::vector<Statement>> StatedProblem::groups() const {
    std::vector<std::vector<Statement>> groups;
    for (const PlanStatement& each : statements) groups.push_back(each.parts);
    return groups;
}

std::vector<Statement> StatedProblem::others(std::span<const std::int32_t> members) const {
    std::vector<Statement> rest;
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (std::ranges::find(members, static_cast<std::int32_t>(i)) == members.end())
            rest.insert(rest.end(), statements[i].parts.begin(), statements[i].parts.end());
    return rest;
}

problem::ProblemData StatedProblem::without(std::vector<Statement> dropped) const {
    std::ranges::sort(dropped);
    problem::ProblemData data = problem::without(problem, dropped);
    for (const StatedBound& each : bounds) {
        problem::Activity& activity = data.activities[at(each.activity)];
        if (activity.fixed >= 0 || std::ranges::binary_search(dropped, each.link)) continue;
        const bool milestone = std::ranges::all_of(activity.modes, [](const auto& mode) { return mode.duration == 0; });
        if (each.bound == Bound::start_from) activity.earliest_start = std::max(activity.earliest_start, each.day);
        if (each.bound == Bound::finish_by)
            activity.latest_end = std::max(0, std::min(activity.latest_end, each.day + (milestone ? 0 : 1)));
    }
    return data;
}

base::Result<StatedProblem> state_problem(const plan::Plan& plan, const CompiledPlan& compiled,
                                          std::span<const plan::Target> targets) {
    std::vector<PlanStatement> statements;
    StatedRecords records(plan, compiled, statements);
    records.add_means();
    add_avoided(plan, compiled, statements);
    StatedDates dates(plan, compiled);
    dates.add_outside(statements);
    records.add_activities();
    dates.add_links(statements);
    dates.add_windows(statements);
    dates.add_gates(targets, statements);
    for (PlanStatement& each : statements) each.member.readers = readers_of_member(plan, each.member);
    auto problem = problem::Problem::make(dates.take());
    if (!problem) return tl::unexpected(problem.error());
    return StatedProblem{*std::move(problem), std::move(statements), dates.take_bounds()};
}

}  // namespace masar::compile
