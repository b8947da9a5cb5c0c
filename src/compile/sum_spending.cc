#include "compile/answer_view.h"
#include "compile/charges_of.h"
#include "plan/exchange_rates.h"

#include <map>

namespace masar::compile {
namespace {

using YearSums = std::map<int, std::int64_t>;

/// What one account (a fund, or a whole side) pays, year by year.
struct Account {
    base::Currency currency;
    YearSums spent, ceilings;
};

class Books {
public:
    explicit Books(const AnswerView& view)
        : view_(view), funds_(view.plan.funds.size()), sides_(view.plan.sides.size()) {
        const AccountCurrencies currencies = account_currencies(view.plan);
        for (std::size_t i = 0; i < funds_.size(); ++i) {
            funds_[i].currency = currencies.fund[i];
            note_ceilings(funds_[i], view.plan.funds[i].ceilings);
        }
        for (std::size_t i = 0; i < sides_.size(); ++i) sides_[i].currency = currencies.side[i];
        for (const plan::SideCeilings& each : view.plan.ceilings)
            if (each.side.value.known()) note_ceilings(sides_[each.side.value.at()], each.ceilings);
        for (std::int32_t i = 0; i < view.size(); ++i)
            if (view.stands(i)) charge(i);
    }

    [[nodiscard]] std::vector<plan::Spending> rows() const {
        std::vector<plan::Spending> rows;
        for (std::size_t s = 0; s < sides_.size(); ++s) {
            const auto side = base::index_of<plan::SideIndex>(s);
            for (std::size_t f = 0; f < funds_.size(); ++f)
                if (view_.plan.funds[f].side.value == side)
                    add_rows({side, base::index_of<plan::FundIndex>(f)}, funds_[f], rows);
            add_rows({side, {}}, sides_[s], rows);
        }
        return rows;
    }

    [[nodiscard]] std::vector<plan::ChargeLine> take_lines() { return std::move(lines_); }

private:
    void note_ceilings(Account& account, const std::vector<plan::Ceiling>& ceilings) const {
        for (const plan::Ceiling& each : ceilings)
            if (const auto amount = exchanged(view_.plan, each.amount, account.currency)) {
                const auto [entry, first] = account.ceilings.try_emplace(each.year, amount->minor);
                if (!first) entry->second = std::min(entry->second, amount->minor);
            }
    }

    void charge(std::int32_t position) {
        const plan::ActivityIndex index = view_.compiled.activities[static_cast<std::size_t>(position)];
        if (view_.plan.activities[index.at()].modes.empty()) return;
        for (const PlannedCharge& charge :
             charges_of(view_.plan, {index, view_.mode(position), view_.compiled.estimate})) {
            const plan::SideIndex side = view_.plan.funds[charge.fund.at()].side.value;
            if (!side.known()) continue;
            const std::int32_t trigger = view_.compiled.positions[charge.trigger.at()];
            const bool other = trigger >= 0 && view_.stands(trigger);
            const calendar::DatePeriod dates = view_.dates(other ? trigger : position);
            const calendar::FiscalYear years = view_.plan.sides[side.at()].fiscal_year;
            const auto first = static_cast<std::ptrdiff_t>(lines_.size());
            write(charge, {index, charge.fund, side}, {dates, years});
            for (auto line = lines_.begin() + first; line != lines_.end(); ++line) {
                funds_[line->fund.at()].spent[line->year] += line->minor;
                sides_[line->side.at()].spent[line->year] += line->side_minor;
            }
        }
    }

    struct When {
        calendar::DatePeriod dates;
        calendar::FiscalYear years;
    };
    /// The same days in both currencies; each of them divides its own amount, so that both add up exactly.
    void write(const PlannedCharge& charge, plan::ChargeLine line, const When& when) {
        const auto of_fund = exchanged(view_.plan, charge.money, funds_[line.fund.at()].currency);
        const auto of_side = exchanged(view_.plan, charge.money, sides_[line.side.at()].currency);
        std::size_t next = lines_.size();
        for_each_part(charge.when, of_fund ? of_fund->minor : 0, when.dates,
                      [&](calendar::Date day, std::int64_t part) {
                          line.on = day;
                          line.year = when.years.year_of(day);
                          line.minor = part;
                          lines_.push_back(line);
                      });
        for_each_part(charge.when, of_side ? of_side->minor : 0, when.dates,
                      [&](calendar::Date, std::int64_t part) { lines_[next++].side_minor = part; });
    }

    static void add_rows(plan::Spending row, const Account& account, std::vector<plan::Spending>& rows) {
        YearSums years = account.spent;
        for (const auto& [year, ceiling] : account.ceilings) years.try_emplace(year, 0);
        row.currency = account.currency;
        for (const auto& [year, minor] : years) {
            const auto ceiling = account.ceilings.find(year);
            row.year = year;
            row.minor = minor;
            row.ceiling_minor = ceiling == account.ceilings.end() ? std::nullopt : std::optional(ceiling->second);
            rows.push_back(row);
        }
    }

    const AnswerView& view_;
    std::vector<Account> funds_, sides_;
    std::vector<plan::ChargeLine> lines_;
};

}  // namespace

SpentMoney sum_spending(const AnswerView& view) {
    Books books(view);
    return {books.rows(), books.take_lines()};
}

}  // namespace masar::compile
