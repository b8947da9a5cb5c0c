// Money of a risk book: an account for every fund, what activities charge to it, and what sides pay together.
#include "app/distribution_of.h"
#include "app/risk_book_draft.h"
#include "compile/charges_of.h"
#include "plan/exchange_rates.h"

#include <algorithm>
#include <map>

namespace masar::app {
namespace {

using base::Money;
using problem::unlimited;

/// Fiscal years from day 0 to `last_day`; what lies behind belongs to the last of them.
problem::Partition fiscal_years(const compile::DayCount& days, calendar::FiscalYear fiscal_year,
                                problem::Day last_day) {
    problem::Partition years;
    const int first = fiscal_year.year_of(days.first);
    for (problem::Day day = 0; day < std::max(last_day, 1); ++day)
        years.period_of_day.push_back(fiscal_year.year_of(days.date(day)) - first);
    years.periods = years.period_of_day.back() + 1;
    return years;
}

class AccountWriter {
public:
    explicit AccountWriter(RiskBookDraft& draft) : draft_(draft), currencies_(compile::account_currencies(draft.plan)) {
        for (problem::Activity& activity : draft.data.activities)
            for (problem::Mode& mode : activity.modes) mode.expenses.clear();
        draft.data.budgets.clear();
    }

    void write(plan::FundIndex index) {
        const plan::Fund& fund = draft_.plan.funds[index.at()];
        if (!fund.side.value.known()) return;
        const calendar::FiscalYear years = draft_.plan.sides[fund.side.value.at()].fiscal_year;
        problem::Budget budget;
        budget.partition = partition_of(fund.side.value);
        budget.limits.assign(static_cast<std::size_t>(periods(budget.partition)), unlimited);
        const int first = years.year_of(draft_.compiled.days.first);
        for (const plan::Ceiling& ceiling : fund.ceilings)
            limit(budget.limits, ceiling.year - first, in(ceiling.amount, currencies_.fund[index.at()]));
        draft_.data.budgets.push_back(std::move(budget));
        draft_.accounts.push_back({index, fund.side.value, currencies_.fund[index.at()], first});
    }

    /// Ceilings of a whole side, by period of its fiscal years.
    [[nodiscard]] std::vector<std::int64_t> side_limits(plan::SideIndex side) {
        std::vector<std::int64_t> limits(static_cast<std::size_t>(periods(partition_of(side))), unlimited);
        const int first = draft_.plan.sides[side.at()].fiscal_year.year_of(draft_.compiled.days.first);
        for (const plan::SideCeilings& each : draft_.plan.ceilings)
            if (each.side.value == side)
                for (const plan::Ceiling& ceiling : each.ceilings)
                    limit(limits, ceiling.year - first, in(ceiling.amount, currencies_.side[side.at()]));
        return limits;
    }

    [[nodiscard]] base::Currency currency_of(plan::SideIndex side) const { return currencies_.side[side.at()]; }

private:
    [[nodiscard]] std::int32_t partition_of(plan::SideIndex side) {
        const auto [found, added] =
            partitions_.try_emplace(side, static_cast<std::int32_t>(draft_.data.partitions.size()));
        if (added)
            draft_.data.partitions.push_back(
                fiscal_years(draft_.compiled.days, draft_.plan.sides[side.at()].fiscal_year, draft_.last_day));
        return found->second;
    }
    [[nodiscard]] std::int32_t periods(std::int32_t partition) const {
        return draft_.data.partitions[static_cast<std::size_t>(partition)].periods;
    }
    [[nodiscard]] std::optional<std::int64_t> in(Money money, base::Currency currency) const {
        const auto amount = plan::exchanged(draft_.plan, money, currency);
        return amount ? std::optional(amount->minor) : std::nullopt;
    }
    static void limit(std::vector<std::int64_t>& limits, int period, std::optional<std::int64_t> amount) {
        if (!amount || period < 0 || period >= static_cast<int>(limits.size())) return;
        auto& current = limits[static_cast<std::size_t>(period)];
        current = std::min(current, *amount);
    }

    RiskBookDraft& draft_;
    compile::AccountCurrencies currencies_;
    std::map<plan::SideIndex, std::int32_t> partitions_;
};

/// The three amounts behind a charge: of the whole cost, or of the fund that states its own.
const plan::Cost* cost_behind(const plan::Activity& activity, std::size_t mode, plan::FundIndex fund) {
    for (const plan::Share& share : activity.shares)
        if (share.amount && share.fund.value == fund) return &*share.amount;
    return activity.modes[mode].cost ? &*activity.modes[mode].cost : nullptr;
}

class CostWriter {
public:
    explicit CostWriter(RiskBookDraft& draft) : draft_(draft) {}

    void write(plan::ActivityIndex index, std::int32_t position) {
        const std::size_t mode = draft_.mode(position);
        std::map<const plan::Cost*, std::int32_t> drawn;  // the first line of each cost
        for (const auto& charge : compile::charges_of(draft_.plan, {index, mode, plan::Estimate::likely})) {
            forecast::CostLine line;
            line.budget = draft_.account_of(charge.fund);
            if (line.budget < 0) continue;
            const std::int32_t trigger = draft_.standing(charge.trigger);
            line.activity = trigger >= 0 ? trigger : position;
            line.fixed = draft_.in_account(charge.money, line.budget);
            line.charge = charge.when;
            const plan::Cost* cost = cost_behind(draft_.plan.activities[index.at()], mode, charge.fund);
            line.factor = factor_of(draft_.plan.activities[index.at()], cost);
            const auto next = static_cast<std::int32_t>(draft_.model.costs.size());
            const auto [first, added] = drawn.try_emplace(cost, next);
            if (!added) line.drawn_with = first->second;
            draft_.model.costs.push_back(std::move(line));
        }
    }

private:
    [[nodiscard]] forecast::Distribution factor_of(const plan::Activity& activity, const plan::Cost* cost) {
        const auto likely = cost ? static_cast<double>(cost->at(plan::Estimate::likely).minor) : 0.0;
        if (likely <= 0 || activity.progress.status == plan::Status::finished)
            return forecast::Distribution::certain(1);
        const auto ratio = [&](plan::Estimate each) { return static_cast<double>(cost->at(each).minor) / likely; };
        return distribution_of(form_of(draft_.plan, activity),
                               {ratio(plan::Estimate::optimistic), 1, ratio(plan::Estimate::pessimistic)});
    }

    RiskBookDraft& draft_;
};

/// Units of `to` per unit of `from`; 1 when no rate leads there (reading has complained).
double rate(const plan::Plan& plan, base::Currency from, base::Currency to) {
    constexpr std::int64_t much = 1'000'000'000'000;
    const auto amount = plan::exchanged(plan, {much, from}, to);
    return amount ? static_cast<double>(amount->minor) / static_cast<double>(much) : 1;
}

}  // namespace

std::int32_t RiskBookDraft::account_of(plan::FundIndex fund) const {
    const auto found = std::ranges::find(accounts, fund, &Account::fund);
    return !fund.known() || found == accounts.end() ? -1 : static_cast<std::int32_t>(found - accounts.begin());
}

std::int64_t RiskBookDraft::in_account(Money money, std::int32_t account) const {
    const auto amount = plan::exchanged(plan, money, accounts[static_cast<std::size_t>(account)].currency);
    return amount ? amount->minor : 0;
}

void add_accounts(RiskBookDraft& draft) {
    AccountWriter writer(draft);
    for (std::size_t i = 0; i < draft.plan.funds.size(); ++i) writer.write(base::index_of<plan::FundIndex>(i));
    const auto add_total = [&](plan::SideIndex side, base::Currency currency) {
        forecast::CostTotal total;
        for (std::size_t i = 0; i < draft.accounts.size(); ++i) {
            if (side.known() && draft.accounts[i].side != side) continue;
            total.budgets.push_back(static_cast<std::int32_t>(i));
            total.rates.push_back(rate(draft.plan, draft.accounts[i].currency, currency));
        }
        if (side.known()) total.limits = writer.side_limits(side);
        if (total.budgets.empty()) return;
        draft.model.totals.push_back(std::move(total));
        draft.totals.push_back(side);
        draft.total_currencies.push_back(currency);
    };
    if (draft.accounts.empty()) return;
    add_total({}, writer.currency_of(draft.accounts.front().side));
    for (std::size_t i = 0; i < draft.plan.sides.size(); ++i) {
        const auto side = base::index_of<plan::SideIndex>(i);
        add_total(side, writer.currency_of(side));
    }
}

void add_costs(RiskBookDraft& draft) {
    CostWriter writer(draft);
    for (std::size_t i = 0; i < draft.plan.activities.size(); ++i) {
        const auto index = base::index_of<plan::ActivityIndex>(i);
        if (const std::int32_t position = draft.standing(index); position >= 0) writer.write(index, position);
    }
}

namespace {

/// What the ceilings of all years allow; nothing when a year has none.
std::optional<std::int64_t> allowed(const forecast::CostTotal& total) {
    std::int64_t sum = 0;
    for (const std::int64_t limit : total.limits)
        if (limit != unlimited) sum += limit;
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

std::int64_t planned_cost(const RiskBookDraft& draft, const forecast::CostTotal& total) {
    double sum = 0;
    for (const forecast::CostLine& line : draft.model.costs)
        for (std::size_t i = 0; i < total.budgets.size(); ++i)
            if (total.budgets[i] == line.budget) sum += static_cast<double>(line.fixed) * total.rates[i];
    return static_cast<std::int64_t>(sum);
}

}  // namespace

void add_totals(RiskBookDraft& draft) {
    const problem::Day end = problem::makespan(draft.compiled.problem, draft.planned);
    for (std::size_t t = 0; t < draft.model.totals.size(); ++t) {
        const forecast::CostTotal& total = draft.model.totals[t];
        const auto within = allowed(total);
        draft.model.questions.push_back(
            {-1, end, static_cast<std::int32_t>(t), within ? *within : planned_cost(draft, total)});
    }
}

}  // namespace masar::app
