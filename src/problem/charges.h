#pragma once
// In which periods an expense falls due (Charge in problem.h). The checker has its own.
#include "problem/link_bound.h"

#include <algorithm>

namespace masar::problem {

/// Calls visit(period of the expense's budget, part of its amount) for each part. A spread part falls due on the first day of
/// the activity in its month, so that a fiscal year that begins within a month is still charged in one piece.
template <class Visit>
void for_each_charge(const Problem& problem, const Expense& expense, Span span, Visit visit) {
    const ProblemData& data = problem.data();
    const Budget& budget = data.budgets[static_cast<std::size_t>(expense.budget)];
    const Partition& periods = data.partitions[static_cast<std::size_t>(budget.partition)];
    const Day last = std::max(span.start, span.end - 1);
    if (expense.charge == Charge::at_start) return visit(periods.at(span.start), expense.amount);
    if (expense.charge == Charge::at_finish) return visit(periods.at(last), expense.amount);
    const Partition& months = data.partitions[static_cast<std::size_t>(data.months)];
    const std::int32_t first_month = months.at(span.start);
    const std::int32_t last_month = months.at(last);
    const std::int64_t part = expense.amount / (last_month - first_month + 1);
    for (std::int32_t month = first_month; month < last_month; ++month) {
        visit(periods.at(std::max(span.start, months.first_day(month))), part);
    }
    visit(periods.at(std::max(span.start, months.first_day(last_month))),
          expense.amount - part * (last_month - first_month));
}

}  // namespace masar::problem
