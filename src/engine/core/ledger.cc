#include "engine/core/ledger.h"

#include "problem/charges.h"

#include <algorithm>

namespace masar::engine {

using problem::Expense;
using problem::Mode;
using problem::Span;

Ledger::Ledger(const Instance& instance) : instance_(instance) {
    const auto& data = instance.problem().data();
    for (const auto& budget : data.budgets) {
        first_.push_back(left_.size());
        left_.insert(left_.end(), budget.limits.begin(), budget.limits.end());
    }
    for (const auto& activity : data.activities) {
        if (activity.fixed < 0) continue;
        const auto& given = data.fixed_activities[activity.fixed];
        pay(activity.modes[given.mode], {given.start, given.end});
    }
    left_at_first_ = left_;
}

void Ledger::charge(const Mode& mode, Span span, std::int64_t sign) {
    for (const Expense& expense : mode.expenses) {
        for_each_charge(instance_.problem(), expense, span, [&](std::int32_t period, std::int64_t amount) {
            std::int64_t& left = left_[first_[expense.budget] + period];
            if (left != problem::unlimited) left += sign * amount;
        });
    }
}

std::optional<Shortage> Ledger::shortage(const Mode& mode, Span span) {
    if (mode.expenses.empty()) return std::nullopt;
    // Paid and refunded, because two expenses may meet in one period.
    std::optional<Shortage> found;
    pay(mode, span);
    for (const Expense& expense : mode.expenses) {
        if (found) break;
        for_each_charge(instance_.problem(), expense, span, [&](std::int32_t period, std::int64_t amount) {
            if (!found && amount > 0 && left(expense.budget, period) < 0) found = Shortage{&expense, period};
        });
    }
    refund(mode, span);
    return found;
}

std::int64_t Ledger::overshoot_of(const Mode& mode, Span span) {
    std::int64_t total = 0;
    for (const Expense& expense : mode.expenses) {
        for_each_charge(instance_.problem(), expense, span, [&](std::int32_t period, std::int64_t amount) {
            const std::int64_t left = this->left(expense.budget, period);
            const std::int64_t excess = std::min(amount, amount - left);
            if (left == problem::unlimited || excess <= 0) return;
            total += 1 + excess * overshoot_per_expense / instance_.typical_expense(expense.budget);
        });
    }
    return total;
}

std::int64_t Ledger::overshoot() const {
    std::int64_t total = 0;
    for (std::size_t budget = 0; budget < first_.size(); ++budget) {
        const std::size_t end = budget + 1 < first_.size() ? first_[budget + 1] : left_.size();
        const std::int64_t typical = instance_.typical_expense(static_cast<std::int32_t>(budget));
        for (std::size_t i = first_[budget]; i < end; ++i) {
            if (left_[i] < 0) total += 1 - left_[i] * overshoot_per_expense / typical;
        }
    }
    return total;
}

}  // namespace masar::engine
