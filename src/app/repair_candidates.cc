#include "app/repair_candidates.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace masar::app {
namespace {

using plan::ConflictMember;
using plan::MemberKind;
using plan::Repair;
using plan::RepairKind;

constexpr int most_of_a_kind = 5;
constexpr std::int64_t most_days = 1040;  ///< four years of working days

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

class Candidates {
public:
    Candidates(const RepairBasis& basis, const std::vector<ConflictMember>& members)
        : basis_(basis), plan_(basis.plan), members_(members) {}

    std::vector<RepairCandidate> list() {
        // Members that weigh most come last, and are the first to be asked.
        for (auto member = members_.rbegin(); member != members_.rend(); ++member) add(*member);
        return std::move(found_);
    }

private:
    void add(const ConflictMember& member) {
        switch (member.kind) {
            case MemberKind::activity: return add_activity(member);
            case MemberKind::starts_from: return add_date(RepairKind::move_start, member);
            case MemberKind::finishes_from: return add_date(RepairKind::move_finish_from, member);
            case MemberKind::finishes_by: return add_date(RepairKind::move_finish, member);
            case MemberKind::gate: return add_date(RepairKind::move_gate, member);
            case MemberKind::asked: return add_date(RepairKind::move_asked, member);
            case MemberKind::fund_opens: return add_date(RepairKind::open_fund, member);
            case MemberKind::fund_closes: return add_date(RepairKind::close_fund, member);
            case MemberKind::follows: add_once(RepairKind::drop_link, member); return;
            case MemberKind::avoids: return add_period(member);
            case MemberKind::approval: return add_approval(member);
            case MemberKind::notice:
            case MemberKind::cost_limit:
                if (plan_.rules[at(member.record)].force == plan::Force::policy)
                    add_once(RepairKind::waive_rule, member);
                return;
            case MemberKind::capacity:
            case MemberKind::yearly_capacity: return add_capacity(member);
            case MemberKind::fund_ceiling:
            case MemberKind::side_ceiling: return add_ceiling(member);
            case MemberKind::stock: return add_stock(member);
            case MemberKind::choice: return add_choice(member);
            case MemberKind::as_of: return;
        }
    }

    RepairCandidate* add_once(RepairKind kind, const ConflictMember& member) {
        if (++of_kind_[kind] > most_of_a_kind) return nullptr;
        RepairCandidate candidate;
        candidate.repair.kind = kind;
        candidate.repair.target = member;
        return &found_.emplace_back(std::move(candidate));
    }

    void add_numbers(RepairCandidate* candidate, std::int64_t from, std::int64_t most) {
        if (candidate == nullptr) return;
        candidate->repair.from = from;
        candidate->most = most;
        candidate->gradual = true;
        if (most <= 0) found_.pop_back();
    }

    void add_date(RepairKind kind, const ConflictMember& member) {
        RepairCandidate* candidate = add_once(kind, member);
        if (candidate == nullptr) return;
        candidate->repair.from_day = member.day;
        candidate->most = most_days;
        candidate->gradual = true;
        const bool earlier =
            kind == RepairKind::move_start || kind == RepairKind::move_finish_from || kind == RepairKind::open_fund;
        candidate->unit = earlier ? -1 : 1;
    }

    void add_activity(const ConflictMember& member) {
        if (!wanted(member.activity)) add_once(RepairKind::leave_out, member);
        const plan::Activity& activity = plan_.activities[member.activity.at()];
        for (const ConflictMember& other : members_) {
            if (other.kind != MemberKind::capacity && other.kind != MemberKind::yearly_capacity) continue;
            int need = 0;
            for (const plan::Mode& mode : activity.modes)
                for (const plan::Need& each : mode.needs)
                    if (each.resource.value.value == other.record) need = std::max(need, each.units.value);
            if (need == 0) continue;
            ConflictMember target = member;
            target.record = other.record;
            std::erase_if(target.readers, [&](plan::SideIndex side) {
                return std::ranges::find(other.readers, side) == other.readers.end();
            });
            RepairCandidate* candidate = add_once(RepairKind::lower_need, target);
            if (candidate != nullptr) candidate->unit = -1;
            add_numbers(candidate, need, need - 1);  // with none it would be another activity
        }
    }

    /// What a gate or the reader asks for cannot be had by leaving it out.
    [[nodiscard]] bool wanted(plan::ActivityIndex activity) const {
        return std::ranges::any_of(members_, [&](const ConflictMember& each) {
            if (each.kind != MemberKind::gate && each.kind != MemberKind::asked) return false;
            if (each.record < 0) return each.activity == activity;
            const auto& required = plan_.gates[at(each.record)].requires_done;
            return std::ranges::any_of(required, [&](const auto& one) { return one.value == activity; });
        });
    }

    void add_period(const ConflictMember& member) {
        for (const plan::RuleIndex rule : member.rules)
            if (plan_.rules[rule.at()].force == plan::Force::law) return;
        if (RepairCandidate* candidate = add_once(RepairKind::allow_period, member))
            candidate->repair.waived = member.rules;
    }

    void add_approval(const ConflictMember& member) {
        std::int64_t days = 0;
        for (const plan::ApprovalStep& step : plan_.approvals[at(member.record)].steps) days += step.lead.days;
        RepairCandidate* candidate = add_once(RepairKind::shorten_approval, member);
        if (candidate != nullptr) candidate->unit = -1;
        add_numbers(candidate, days, days);
    }

    [[nodiscard]] std::int64_t all_needs(std::int32_t resource) const {
        std::int64_t sum = 0;
        for (const plan::Activity& activity : plan_.activities)
            for (const plan::Mode& mode : activity.modes)
                for (const plan::Need& need : mode.needs)
                    if (need.resource.value.value == resource) sum += need.units.value;
        return std::min<std::int64_t>(sum, 1'000'000);
    }

    void add_capacity(const ConflictMember& member) {
        const plan::Resource& resource = plan_.resources[at(member.record)];
        std::int32_t tightest = -1;
        for (std::size_t i = 0; i < resource.reductions.size(); ++i) {
            const plan::Resource::Reduction& each = resource.reductions[i];
            const bool touches =
                !member.days || (each.days.first <= member.days->last && each.days.last >= member.days->first);
            if (touches && each.capacity < resource.capacity.value
                && (tightest < 0 || each.capacity < resource.reductions[at(tightest)].capacity))
                tightest = static_cast<std::int32_t>(i);
        }
        if (tightest >= 0) {
            RepairCandidate* candidate = add_once(RepairKind::raise_reduction, member);
            if (candidate != nullptr) candidate->repair.position = tightest;
            const std::int64_t from = resource.reductions[at(tightest)].capacity;
            add_numbers(candidate, from, resource.capacity.value - from);
        }
        const std::int64_t from = resource.capacity.value;
        add_numbers(add_once(RepairKind::raise_capacity, member), from, all_needs(member.record) - from);
    }

    [[nodiscard]] std::int32_t budget_of(const ConflictMember& member) const {
        const auto kind = member.kind == MemberKind::fund_ceiling ? compile::BudgetOrigin::Kind::fund
                                                                  : compile::BudgetOrigin::Kind::side;
        const auto& budgets = basis_.compiled.budgets;
        for (std::size_t i = 0; i < budgets.size(); ++i)
            if (budgets[i].kind == kind && budgets[i].record == member.record) return static_cast<std::int32_t>(i);
        return -1;
    }

    /// Ceilings grow in steps of what all charges to them have in common: no amount between helps.
    void add_ceiling(const ConflictMember& member) {
        const std::int32_t budget = budget_of(member);
        std::int64_t sum = 0, step = 0;
        for (const problem::Activity& activity : basis_.compiled.problem.data().activities)
            for (const problem::Mode& mode : activity.modes)
                for (const problem::Expense& expense : mode.expenses) {
                    if (expense.budget != budget) continue;
                    sum += expense.amount;
                    step = std::gcd(step, expense.charge == problem::Charge::spread ? 1 : expense.amount);
                }
        if (step == 0 || !same_currency(member)) return;
        RepairCandidate* candidate = add_once(RepairKind::raise_ceiling, member);
        if (candidate != nullptr) candidate->unit = step;
        add_numbers(candidate, member.amount, (sum - member.amount + step - 1) / step + 1);
    }

    /// The account's currency is that of its first ceiling; others are left to people.
    [[nodiscard]] bool same_currency(const ConflictMember& member) const {
        const auto states = [&](const std::vector<plan::Ceiling>& ceilings) {
            return std::ranges::any_of(ceilings, [&](const plan::Ceiling& each) {
                return each.year == member.year && each.amount.currency == member.currency;
            });
        };
        if (member.kind == MemberKind::fund_ceiling) return states(plan_.funds[at(member.record)].ceilings);
        return std::ranges::any_of(plan_.ceilings, [&](const plan::SideCeilings& each) {
            return each.side.value.value == member.record && states(each.ceilings);
        });
    }

    void add_stock(const ConflictMember& member) {
        std::int64_t taken = 0;
        for (const plan::Activity& activity : plan_.activities)
            for (const plan::Mode& mode : activity.modes)
                for (const plan::StockUse& use : mode.takes)
                    if (use.stock.value.value == member.record) taken += use.amount;
        const std::int64_t from = plan_.stocks[at(member.record)].initial.value;
        add_numbers(add_once(RepairKind::raise_stock, member), from, taken);
    }

    void add_choice(const ConflictMember& member) {
        const plan::ChoiceGroup& choice = plan_.choices[at(member.record)];
        if (choice.kind == plan::ChoiceGroup::Kind::implies) return;
        const auto options = static_cast<std::int64_t>(choice.members.size());
        add_numbers(add_once(RepairKind::change_choice, member), choice.count, options - choice.count);
        if (choice.kind != plan::ChoiceGroup::Kind::exactly) return;
        RepairCandidate* fewer = add_once(RepairKind::change_choice, member);
        if (fewer != nullptr) fewer->unit = -1;
        add_numbers(fewer, choice.count, choice.count);
    }

    const RepairBasis& basis_;
    const plan::Plan& plan_;
    const std::vector<ConflictMember>& members_;
    std::map<RepairKind, int> of_kind_;
    std::vector<RepairCandidate> found_;
};

/// How much a repair asks of people: working days of delay as they are, other changes in their likeness.
double weight_of(const Repair& repair) {
    const auto part = [&](double of_all) {
        const auto change = static_cast<double>(std::abs(repair.to - repair.from));
        return of_all * change / static_cast<double>(std::max<std::int64_t>(repair.from, 1));
    };
    switch (repair.kind) {
        case RepairKind::move_asked: return 0;  // what was asked is answered first
        case RepairKind::raise_ceiling: return part(200);
        case RepairKind::raise_stock: return part(100);
        case RepairKind::raise_capacity: return 5 + part(100);
        case RepairKind::raise_reduction: return 5 + part(50);
        case RepairKind::lower_need: return 20 + part(100);
        case RepairKind::shorten_approval: return 20 + 2 * static_cast<double>(repair.from - repair.to);
        case RepairKind::change_choice: return 50;
        case RepairKind::drop_link: return 120;
        case RepairKind::allow_period:
        case RepairKind::waive_rule: return repair.waived.empty() ? 60 : 90;
        case RepairKind::leave_out: return 400;
        default: return repair.working_days;
    }
}

}  // namespace

const calendar::WorkingCalendar& calendar_for(const RepairBasis& basis, const ConflictMember& member) {
    plan::ActivityIndex activity = member.activity;
    const bool of_gate = member.kind == MemberKind::gate || (member.kind == MemberKind::asked && member.record >= 0);
    if (of_gate) {
        const auto& required = basis.plan.gates[at(member.record)].requires_done;
        if (!required.empty()) activity = required.front().value;
    }
    return activity.known() ? basis.compiled.calendar_of(basis.plan.activities[activity.at()])
                            : basis.compiled.every_day;
}

std::vector<RepairCandidate> repair_candidates(const RepairBasis& basis, const std::vector<ConflictMember>& members) {
    return Candidates(basis, members).list();
}

std::optional<Repair> sized(const RepairBasis& basis, const RepairCandidate& candidate, std::int64_t n) {
    Repair repair = candidate.repair;
    if (repair.from_day) {
        const auto& calendar = calendar_for(basis, repair.target);
        repair.working_days = static_cast<int>(n);
        repair.to_day = calendar.shift(*repair.from_day, static_cast<int>(candidate.unit * n));
        if (!repair.to_day) return std::nullopt;
    } else if (candidate.gradual) {
        const std::int64_t step = std::abs(candidate.unit);
        repair.to = step == 1 ? repair.from + candidate.unit * n : (repair.from / step + n) * step;
    }
    repair.weight = weight_of(repair);
    return repair;
}

}  // namespace masar::app
