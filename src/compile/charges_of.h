#pragma once
// What an activity costs whom, when: shares per fund in exact minor units, and the days on which they fall due.
#include "compile/day_count.h"
#include "plan/plan.h"
#include "problem/problem.h"

#include <algorithm>
#include <vector>

namespace masar::compile {

/// A part of a cost that falls due with an event of an activity.
struct PlannedCharge {
    plan::ActivityIndex trigger;  ///< whose start, finish or months count
    problem::Charge when = problem::Charge::at_start;
    plan::FundIndex fund;
    base::Money money;  ///< in the currency of the cost
};

struct CostOf {
    plan::ActivityIndex activity;
    std::size_t mode = 0;
    plan::Estimate estimate = plan::Estimate::likely;
};

/// The amounts of which a mode's cost is made: the whole, or what is stated fund by fund.
[[nodiscard]] std::vector<base::Money> cost_amounts(const plan::Plan& plan, const CostOf& cost);
/// Each share rounded half to even; the share of the lead side (else the first) takes the remainder, so that the shares sum to
/// the cost exactly. By position in Activity::shares.
[[nodiscard]] std::vector<base::Money> share_amounts(const plan::Plan& plan, const CostOf& cost);
/// Shares that know their fund. A fund charged by milestone follows Activity::payments (the last takes the remainder); without
/// payments it falls due at the finish.
[[nodiscard]] std::vector<PlannedCharge> charges_of(const plan::Plan& plan, const CostOf& cost);

/// In which currency a fund's and a side's account is kept: that of its first ceiling; a fund without one like its side, a
/// side without one in its own currency.
struct AccountCurrencies {
    std::vector<base::Currency> fund, side;  ///< by FundIndex, SideIndex
};
[[nodiscard]] AccountCurrencies account_currencies(const plan::Plan& plan);

/// Calls visit(day, part of the amount) for each day on which a charge falls due: as Charge in problem.h says.
template <class Visit>
void for_each_part(problem::Charge when, std::int64_t amount, calendar::DatePeriod dates, Visit visit) {
    if (when == problem::Charge::at_start) return visit(dates.first, amount);
    if (when == problem::Charge::at_finish) return visit(dates.last, amount);
    using namespace std::chrono;
    const auto month_of = [](calendar::Date day) {
        const year_month_day date(day);
        return date.year() / date.month();
    };
    const year_month first = month_of(dates.first), last = month_of(dates.last);
    const std::int64_t part = amount / ((last - first).count() + 1);
    for (year_month month = first; month < last; month += months(1), amount -= part)
        visit(std::max(dates.first, calendar::Date(month / 1)), part);
    visit(std::max(dates.first, calendar::Date(last / 1)), amount);
}

}  // namespace masar::compile
