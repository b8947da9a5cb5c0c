#include "problem/check_loads.h"

#include <algorithm>

namespace masar::problem::checking {
namespace {

std::int32_t period_on(const Partition& partition, Day day) {
    if (partition.period_of_day.empty()) return 0;
    const auto position = static_cast<std::size_t>(std::max(day, 0));
    return position < partition.period_of_day.size() ? partition.period_of_day[position]
                                                     : partition.period_of_day.back();
}

/// The days on which the parts of a spread expense fall due: the first of each month that the activity touches.
std::vector<Day> first_days_of_months(const Partition& months, Day start, Day last) {
    std::vector<Day> days{start};
    const Day end_of_table = static_cast<Day>(months.period_of_day.size());
    for (Day day = start + 1; day <= std::min(last, end_of_table - 1); ++day) {
        if (period_on(months, day) != period_on(months, day - 1)) days.push_back(day);
    }
    return days;
}

class BudgetSheet {
public:
    explicit BudgetSheet(const ProblemData& data) : data_(data), spent_(data.budgets.size()) {
        for (std::size_t b = 0; b < spent_.size(); ++b) spent_[b].assign(data.budgets[b].limits.size(), 0);
    }

    void charge(const Expense& expense, const Placed& placed) {
        const Day last = std::max(placed.start, placed.end - 1);
        if (expense.charge == Charge::at_start) return charge_on(expense.budget, placed.start, expense.amount);
        if (expense.charge == Charge::at_finish) return charge_on(expense.budget, last, expense.amount);
        const auto days =
            first_days_of_months(data_.partitions[static_cast<std::size_t>(data_.months)], placed.start, last);
        std::int64_t left = expense.amount;
        for (std::size_t i = 0; i + 1 < days.size(); ++i) {
            const std::int64_t part = expense.amount / static_cast<std::int64_t>(days.size());
            charge_on(expense.budget, days[i], part);
            left -= part;
        }
        charge_on(expense.budget, days.back(), left);
    }

    void report(std::vector<Breach>& breaches) const {
        for (std::size_t b = 0; b < spent_.size(); ++b) {
            for (std::size_t p = 0; p < spent_[b].size(); ++p) {
                const std::int64_t limit = data_.budgets[b].limits[p];
                if (spent_[b][p] > limit) breaches.push_back(breach(b, p, spent_[b][p] - limit));
            }
        }
    }

private:
    void charge_on(std::int32_t budget, Day day, std::int64_t amount) {
        const auto b = static_cast<std::size_t>(budget);
        const Partition& partition = data_.partitions[static_cast<std::size_t>(data_.budgets[b].partition)];
        spent_[b][static_cast<std::size_t>(period_on(partition, day))] += amount;
    }

    Breach breach(std::size_t budget, std::size_t period, std::int64_t excess) const {
        const auto& days = data_.partitions[static_cast<std::size_t>(data_.budgets[budget].partition)].period_of_day;
        const auto [first, last] = std::equal_range(days.begin(), days.end(), static_cast<std::int32_t>(period));
        const Day first_day = static_cast<Day>(first - days.begin());
        return {.kind = BreachKind::budget,
                .what = static_cast<std::int32_t>(budget),
                .period = static_cast<std::int32_t>(period),
                .first_day = first_day,
                .last_day = std::max(first_day, static_cast<Day>(last - days.begin()) - 1),
                .amount = excess};
    }

    const ProblemData& data_;
    std::vector<std::vector<std::int64_t>> spent_;
};

struct StockMove {
    std::int32_t reservoir;
    Day day;
    std::int64_t amount;
};

std::vector<StockMove> collect_moves(const ProblemData& data, const Placement& placement) {
    std::vector<StockMove> moves;
    for (std::size_t r = 0; r < data.reservoirs.size(); ++r) moves.push_back({static_cast<std::int32_t>(r), 0, 0});
    for (const Placed& placed : placement) {
        if (!placed.part) continue;
        for (const StockChange& change : placed.mode->stock_changes) {
            const Day day = change.anchor == Anchor::start ? placed.start : placed.end;
            moves.push_back({change.reservoir, std::max(day, 0), change.amount});
        }
    }
    std::sort(moves.begin(), moves.end(), [](const StockMove& a, const StockMove& b) {
        return a.reservoir != b.reservoir ? a.reservoir < b.reservoir : a.day < b.day;
    });
    return moves;
}

}  // namespace

void check_budgets(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches) {
    if (data.budgets.empty()) return;
    BudgetSheet sheet(data);
    for (const Placed& placed : placement) {
        if (!placed.part) continue;
        for (const Expense& expense : placed.mode->expenses) sheet.charge(expense, placed);
    }
    sheet.report(breaches);
}

void check_reservoirs(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches) {
    if (data.reservoirs.empty()) return;
    const std::vector<StockMove> moves = collect_moves(data, placement);
    for (std::size_t i = 0; i < moves.size();) {
        const std::int32_t index = moves[i].reservoir;
        const Reservoir& reservoir = data.reservoirs[static_cast<std::size_t>(index)];
        std::int64_t stock = reservoir.initial;
        bool named = false;
        while (i < moves.size() && moves[i].reservoir == index) {
            const Day day = moves[i].day;
            for (; i < moves.size() && moves[i].reservoir == index && moves[i].day == day; ++i)
                stock += moves[i].amount;
            if (named || (stock >= reservoir.minimum && stock <= reservoir.maximum)) continue;
            named = true;
            const std::int64_t missing =
                stock < reservoir.minimum ? reservoir.minimum - stock : stock - reservoir.maximum;
            breaches.push_back({BreachKind::reservoir, -1, index, -1, day, day, missing});
        }
    }
}

void check_goals(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches) {
    for (std::size_t g = 0; g < data.goals.size(); ++g) {
        std::int64_t sum = data.goals[g].constant;
        for (const OutcomeGoal::Term& term : data.goals[g].terms) {
            const Placed& placed = placement[static_cast<std::size_t>(term.activity)];
            if (!placed.part) continue;
            const Day last = std::max(placed.start, placed.end - 1);
            const Day day = term.anchor == Anchor::start ? placed.start : last;
            std::int64_t amount = 0;
            for (const OutcomeGoal::Step& step : term.steps)
                if (step.from <= day) amount = step.amount;
            sum += amount;
        }
        const std::int64_t missing = data.goals[g].at_least - sum;
        if (missing > 0)
            breaches.push_back({.kind = BreachKind::goal, .what = static_cast<std::int32_t>(g), .amount = missing});
    }
}

}  // namespace masar::problem::checking
