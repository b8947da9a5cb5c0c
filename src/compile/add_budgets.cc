#include "compile/draft.h"
#include "plan/exchange_rates.h"

#include <algorithm>
#include <array>
#include <set>

namespace masar::compile {
namespace {

using Kind = BudgetOrigin::Kind;
using problem::Expense;
using problem::unlimited;

/// Adds budgets and charges them; keeps which budget belongs to which fund and side.
class BudgetWriter {
public:
    explicit BudgetWriter(Draft& draft) : draft_(draft), currencies_(account_currencies(draft.plan)) {
        add_yearly_resources();
        add_funds();
        add_sides();
    }

    void charge(std::int32_t position) {
        const auto index = draft_.origins.activities[static_cast<std::size_t>(position)];
        const plan::Activity& activity = draft_.plan.activities[index.at()];
        for (std::size_t m = 0; m < activity.modes.size(); ++m) {
            charge_needs(position, m, activity.modes[m]);
            for (const PlannedCharge& charge : charges_of(draft_.plan, {index, m, draft_.options.estimate}))
                charge_money(position, m, charge);
            if (!objective_currency_.known()) continue;
            for (const base::Money& each : cost_amounts(draft_.plan, {index, m, draft_.options.estimate}))
                mode(position, m).cost += in_currency(each, objective_currency_).value_or(0);
        }
        if (draft_.at(position).fixed < 0) charge_limits(position, index);
    }

    /// The objective `cost`, where the plan aims at it, counts in one currency: of the first side that has one.
    void choose_objective_currency() {
        if (std::ranges::find(draft_.plan.aims, plan::ObjectiveOrder::cost) == draft_.plan.aims.end()) return;
        for (const plan::Side& side : draft_.plan.sides)
            if (!objective_currency_.known()) objective_currency_ = side.currency;
    }

private:
    problem::Mode& mode(std::int32_t position, std::size_t mode) { return draft_.at(position).modes[mode]; }

    std::int32_t add_budget(const BudgetOrigin& origin) {
        problem::Budget budget;
        budget.partition = fiscal_partition(draft_, origin.fiscal_year);
        const auto& partition = draft_.data.partitions[static_cast<std::size_t>(budget.partition)];
        budget.limits.assign(static_cast<std::size_t>(partition.periods), unlimited);
        draft_.data.budgets.push_back(std::move(budget));
        draft_.origins.budgets.push_back(origin);
        draft_.origins.budgets.back().first_year = origin.fiscal_year.year_of(draft_.frame.days.first);
        return static_cast<std::int32_t>(draft_.data.budgets.size()) - 1;
    }

    void limit(std::int32_t budget, int year, std::int64_t amount) {
        auto& limits = draft_.data.budgets[static_cast<std::size_t>(budget)].limits;
        const int period = year - draft_.origins.budgets[static_cast<std::size_t>(budget)].first_year;
        if (period < 0 || period >= static_cast<int>(limits.size())) return;
        auto& current = limits[static_cast<std::size_t>(period)];
        current = std::min(current, std::max<std::int64_t>(amount, 0));
    }

    void limit_by(std::int32_t budget, const std::vector<plan::Ceiling>& ceilings, base::Currency currency) {
        for (const plan::Ceiling& ceiling : ceilings)
            if (const auto amount = in_currency(ceiling.amount, currency)) limit(budget, ceiling.year, *amount);
    }

    /// Every year has the resource's capacity; a reduction holds for each year that it touches.
    void add_yearly_resources() {
        resource_budget_.assign(draft_.plan.resources.size(), -1);
        for (std::size_t i = 0; i < resource_budget_.size(); ++i) {
            const plan::Resource& resource = draft_.plan.resources[i];
            if (!resource.per_year_of.value.known()) continue;
            const calendar::FiscalYear years = draft_.plan.sides[resource.per_year_of.value.at()].fiscal_year;
            const std::int32_t budget = add_budget({Kind::resource, static_cast<std::int32_t>(i), {}, years, 0, {}});
            resource_budget_[i] = budget;
            const DayCount& days = draft_.frame.days;
            for (int year = years.year_of(days.first); year <= years.year_of(days.whole().last); ++year)
                limit(budget, year, resource.capacity.value);
            for (const plan::Resource::Reduction& each : resource.reductions)
                for (int year = years.year_of(each.days.first); year <= years.year_of(each.days.last); ++year)
                    limit(budget, year, each.capacity);
        }
    }

    void add_funds() {
        fund_budget_.assign(draft_.plan.funds.size(), -1);
        for (std::size_t i = 0; i < fund_budget_.size(); ++i) {
            const plan::Fund& fund = draft_.plan.funds[i];
            if (fund.ceilings.empty() || !fund.side.value.known()) continue;
            const calendar::FiscalYear years = draft_.plan.sides[fund.side.value.at()].fiscal_year;
            const base::Currency currency = currencies_.fund[i];
            fund_budget_[i] = add_budget({Kind::fund, static_cast<std::int32_t>(i), {}, years, 0, currency});
            limit_by(fund_budget_[i], fund.ceilings, currency);
        }
    }

    void add_sides() {
        side_budget_.assign(draft_.plan.sides.size(), -1);
        for (const plan::SideCeilings& each : draft_.plan.ceilings) {
            if (!each.side.value.known() || each.ceilings.empty()) continue;
            const plan::SideIndex side = each.side.value;
            const base::Currency currency = currencies_.side[side.at()];
            std::int32_t& budget = side_budget_[side.at()];
            if (budget < 0)
                budget =
                    add_budget({Kind::side, side.value, {}, draft_.plan.sides[side.at()].fiscal_year, 0, currency});
            limit_by(budget, each.ceilings, currency);
        }
    }

    static void add_expense(problem::Mode& mode, Expense expense) {
        if (expense.budget < 0 || expense.amount == 0) return;
        const auto same = std::ranges::find_if(mode.expenses, [&](const Expense& each) {
            return each.budget == expense.budget && each.charge == expense.charge
                   && each.charge != problem::Charge::spread;
        });
        if (same == mode.expenses.end())
            mode.expenses.push_back(expense);
        else
            same->amount += expense.amount;
    }

    void charge_needs(std::int32_t position, std::size_t m, const plan::Mode& source) {
        for (const plan::Need& need : source.needs)
            if (need.resource.value.known())
                add_expense(mode(position, m),
                            {resource_budget_[need.resource.value.at()], need.units.value, problem::Charge::at_start});
    }

    void charge_money(std::int32_t position, std::size_t m, const PlannedCharge& charge) {
        const plan::SideIndex side = draft_.plan.funds[charge.fund.at()].side.value;
        charge_account(position, m, charge, fund_budget_[charge.fund.at()]);
        if (side.known()) charge_account(position, m, charge, side_budget_[side.at()]);
    }

    void charge_account(std::int32_t position, std::size_t m, const PlannedCharge& charge, std::int32_t budget) {
        if (budget < 0) return;
        const auto amount =
            in_currency(charge.money, draft_.origins.budgets[static_cast<std::size_t>(budget)].currency);
        if (!amount) return;
        const Expense expense{budget, *amount, charge.when};
        const std::int32_t trigger = draft_.position(charge.trigger);
        if (trigger < 0 || trigger == position) return add_expense(mode(position, m), expense);
        // An event of another activity: it pays in each of its modes. Of several modes here the first is taken.
        if (m > 0) return;
        for (problem::Mode& each : draft_.at(trigger).modes) add_expense(each, expense);
    }

    /// A mode that costs more than a rule allows takes from a budget that has nothing.
    void charge_limits(std::int32_t position, plan::ActivityIndex index) {
        if (!has_cost_limits()) return;
        for (const BindingRule& rule : draft_.rules.binding(index)) {
            const plan::Rule& source = draft_.plan.rules[rule.rule.at()];
            std::int32_t budget = -1;
            const auto& modes = draft_.plan.activities[index.at()].modes;
            for (std::size_t m = 0; m < modes.size(); ++m) {
                const auto cost = whole_cost({index, m, draft_.options.estimate});
                if (!cost) continue;
                const auto above = cost_above_limit(draft_.plan, source, *cost);
                if (!above) continue;
                if (budget < 0) budget = add_cost_limit(rule.rule, index, above->currency);
                add_expense(mode(position, m), {budget, above->minor, problem::Charge::at_start});
            }
        }
    }

    /// Amounts stated fund by fund are added up in the currency of the first.
    [[nodiscard]] std::optional<base::Money> whole_cost(const CostOf& what) {
        std::optional<base::Money> sum;
        for (const base::Money& each : cost_amounts(draft_.plan, what)) {
            if (!sum)
                sum = each;
            else
                sum->minor += in_currency(each, sum->currency).value_or(0);
        }
        return sum;
    }

    std::int32_t add_cost_limit(plan::RuleIndex rule, plan::ActivityIndex index, base::Currency currency) {
        draft_.data.budgets.push_back({0, {0}});
        draft_.origins.budgets.push_back({Kind::cost_limit, rule.value, index, {}, 0, currency});
        return static_cast<std::int32_t>(draft_.data.budgets.size()) - 1;
    }

    [[nodiscard]] bool has_cost_limits() const {
        return std::ranges::any_of(draft_.plan.rules,
                                   [](const plan::Rule& rule) { return rule.cost_limit.has_value(); });
    }

    std::optional<std::int64_t> in_currency(base::Money money, base::Currency currency) {
        if (const auto converted = exchanged(draft_.plan, money, currency)) return converted->minor;
        if (missing_rates_.insert({money.currency, currency}).second) report_missing_rate(money.currency, currency);
        return std::nullopt;
    }

    void report_missing_rate(base::Currency from, base::Currency to) {
        const std::string pair = std::string(from.code()) + " → " + std::string(to.code());
        base::Diagnostic found;
        found.code = "MSR0703";
        found.place = draft_.plan.rates.empty() ? draft_.plan.start.place : draft_.plan.rates.front().place;
        found.message = {"no exchange rate " + pair, "لا يوجد سعر صرف " + pair};
        found.hint = {"add it under `rates`", "أضفه تحت `rates`"};
        draft_.diagnostics.push_back(std::move(found));
    }

    Draft& draft_;
    AccountCurrencies currencies_;
    base::Currency objective_currency_;
    std::vector<std::int32_t> resource_budget_, fund_budget_, side_budget_;
    std::set<std::array<base::Currency, 2>> missing_rates_;
};

void add_months(Draft& draft) {
    problem::Partition months;
    months.period_of_day.resize(static_cast<std::size_t>(draft.frame.days.days));
    const std::chrono::year_month_day first(draft.frame.days.first);
    for (problem::Day day = 0; day < draft.frame.days.days; ++day) {
        const std::chrono::year_month_day date(draft.frame.days.date(day));
        months.period_of_day[static_cast<std::size_t>(day)] =
            static_cast<std::int32_t>((date.year() / date.month() - first.year() / first.month()).count());
    }
    months.periods = months.period_of_day.back() + 1;
    draft.data.months = static_cast<std::int32_t>(draft.data.partitions.size());
    draft.data.partitions.push_back(std::move(months));
}

}  // namespace

std::int32_t fiscal_partition(Draft& draft, calendar::FiscalYear fiscal_year) {
    for (std::size_t i = 0; i < draft.origins.budgets.size(); ++i)
        if (draft.origins.budgets[i].kind != Kind::cost_limit && draft.origins.budgets[i].fiscal_year == fiscal_year)
            return draft.data.budgets[i].partition;
    problem::Partition years;
    years.period_of_day.resize(static_cast<std::size_t>(draft.frame.days.days));
    int year = fiscal_year.year_of(draft.frame.days.first);
    calendar::Date next = fiscal_year.days_of(year).last + std::chrono::days(1);
    for (problem::Day day = 0; day < draft.frame.days.days; ++day) {
        if (draft.frame.days.date(day) == next) {
            ++years.periods;
            next = fiscal_year.days_of(++year).last + std::chrono::days(1);
        }
        years.period_of_day[static_cast<std::size_t>(day)] = years.periods - 1;
    }
    draft.data.partitions.push_back(std::move(years));
    return static_cast<std::int32_t>(draft.data.partitions.size()) - 1;
}

void add_budgets(Draft& draft) {
    add_months(draft);
    BudgetWriter writer(draft);
    writer.choose_objective_currency();
    for (std::int32_t position = 0; position < static_cast<std::int32_t>(draft.origins.activities.size()); ++position)
        if (draft.origins.activities[static_cast<std::size_t>(position)].known()) writer.charge(position);
}

}  // namespace masar::compile
