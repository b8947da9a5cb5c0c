#include "verify/placements.h"

#include "problem/check_days.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace masar::verify {
namespace {

using problem::Activity;
using problem::Charge;
using problem::Expense;
using problem::Partition;
using problem::Problem;
using problem::checking::end_by_walking;

/// Whether a day of the placement, a milestone's own day included, lies in the set.
bool touches(const Problem& problem, std::int32_t set, const Placement& placement) {
    const Day end = std::max(placement.end, placement.start + 1);
    return std::ranges::any_of(
        problem.data().forbidden_sets[static_cast<std::size_t>(set)],
        [&](const problem::Interval& each) { return each.from < end && placement.start < each.to; });
}

Possibilities possibilities_of(const Problem& problem, std::int32_t index, Day horizon) {
    const Activity& activity = problem.activity(index);
    Possibilities possible;
    if (activity.fixed >= 0) {
        const problem::Fixed& fixed = problem.data().fixed_activities[static_cast<std::size_t>(activity.fixed)];
        possible.may_be_in = fixed.end <= horizon;
        possible.placements.push_back({fixed.mode, fixed.start, fixed.end});
        return possible;
    }
    possible.may_be_out = activity.optional;
    const problem::WorkTime& calendar = problem.calendar_of(index);
    for (std::size_t mode = 0; mode < activity.modes.size(); ++mode) {
        for (Day start = std::max(0, activity.earliest_start); start <= horizon; ++start) {
            if (!calendar.works(start)) continue;
            const Placement placement{static_cast<std::int32_t>(mode), start,
                                      end_by_walking(calendar, start, activity.modes[mode].duration)};
            if (placement.end > std::min(activity.latest_end, horizon)) break;
            if (activity.forbidden < 0 || !touches(problem, activity.forbidden, placement))
                possible.placements.push_back(placement);
        }
    }
    // Nowhere to be: then it can only be out, and its placement means nothing.
    if (possible.placements.empty()) {
        possible.may_be_in = false;
        possible.placements.push_back({});
    }
    return possible;
}

std::int32_t period_on(const Partition& partition, Day day) {
    const auto& periods = partition.period_of_day;
    if (periods.empty()) return 0;
    const auto at = static_cast<std::size_t>(std::max(day, 0));
    return at < periods.size() ? periods[at] : periods.back();
}

/// First day in each month that the days from `start` to `last` touch.
std::vector<Day> firsts_of_months(const Partition& months, Day start, Day last) {
    std::vector<Day> days{start};
    for (Day day = start + 1; day <= last; ++day)
        if (period_on(months, day) != period_on(months, day - 1)) days.push_back(day);
    return days;
}

std::int64_t reached(std::span<const std::int64_t> amounts, std::int64_t amount) {
    return std::ranges::count_if(amounts, [&](std::int64_t each) { return each <= amount; });
}

std::int64_t units_of(const problem::Mode& mode, std::int32_t pool) {
    std::int64_t units = 0;
    for (const problem::Demand& demand : mode.demands)
        if (demand.pool == pool && mode.duration > 0) units += demand.units;
    return units;
}

}  // namespace

std::vector<Possibilities> all_possibilities(const Problem& problem, Day horizon) {
    std::vector<Possibilities> all;
    for (std::int32_t i = 0; i < problem.size(); ++i) all.push_back(possibilities_of(problem, i, horizon));
    return all;
}

std::int64_t charged(const Problem& problem, std::int32_t activity, const Placement& placement,
                     std::span<const std::int32_t, 2> budget_and_period) {
    const problem::ProblemData& data = problem.data();
    const auto budget = static_cast<std::size_t>(budget_and_period[0]);
    const Partition& periods = data.partitions[static_cast<std::size_t>(data.budgets[budget].partition)];
    const Day last = std::max(placement.start, placement.end - 1);
    std::int64_t sum = 0;
    const auto charge_on = [&](Day day, std::int64_t amount) {
        if (period_on(periods, day) == budget_and_period[1]) sum += amount;
    };
    for (const Expense& expense : problem.activity(activity).modes[static_cast<std::size_t>(placement.mode)].expenses) {
        if (expense.budget != budget_and_period[0]) continue;
        if (expense.charge == Charge::at_start) charge_on(placement.start, expense.amount);
        if (expense.charge == Charge::at_finish) charge_on(last, expense.amount);
        if (expense.charge != Charge::spread) continue;
        const auto days =
            firsts_of_months(data.partitions[static_cast<std::size_t>(data.months)], placement.start, last);
        const std::int64_t part = expense.amount / static_cast<std::int64_t>(days.size());
        for (const Day day : days) charge_on(day, part);
        charge_on(days.back(), expense.amount - part * static_cast<std::int64_t>(days.size()));
    }
    return sum;
}

std::int64_t given_up(const Problem& problem, std::int32_t activity, const Placement& placement) {
    std::int64_t sum = 0;
    for (const problem::Wish& wish : problem.data().wishes) {
        if (wish.activity != activity || (wish.mode >= 0 && wish.mode != placement.mode)) continue;
        const bool met = wish.unwanted < 0 || touches(problem, wish.unwanted, placement);
        sum += met ? wish.weight : 0;
    }
    return sum;
}

std::int64_t value_of(const Problem& problem, const VariableLine& variable, Choice choice) {
    const auto index = static_cast<std::int32_t>(variable.numbers[0]);
    const Placement& placement = *choice.placement;
    const problem::Mode& mode = problem.activity(index).modes[static_cast<std::size_t>(placement.mode)];
    const auto number = [&](std::size_t at) { return static_cast<std::int32_t>(variable.numbers[at]); };
    const std::span<const std::int64_t> numbers(variable.numbers);
    const auto before = [&] { return problem.data().baseline[static_cast<std::size_t>(index)]; };
    switch (variable.meaning) {
        case Meaning::start: return placement.start;
        case Meaning::end: return placement.end;
        case Meaning::duration: return mode.duration;
        case Meaning::present: return choice.present ? 1 : 0;
        case Meaning::mode: return placement.mode == number(1) ? 1 : 0;
        case Meaning::chosen: return choice.present && placement.mode == number(1) ? 1 : 0;
        case Meaning::units: return choice.present ? units_of(mode, number(1)) : 0;
        case Meaning::charge:
            return choice.present ? reached(numbers.subspan(3),
                                            charged(problem, index, placement, std::array{number(1), number(2)}))
                                  : 0;
        case Meaning::cost: return reached(numbers.subspan(1), choice.present ? mode.cost : 0);
        case Meaning::wishes:
            return choice.present ? reached(numbers.subspan(1), given_up(problem, index, placement)) : 0;
        case Meaning::moved: return choice.present && placement.start == before() ? 0 : 1;
        case Meaning::shift: return choice.present ? std::abs(placement.start - before()) : 0;
        default: return 0;
    }
}

bool about_activity(Meaning meaning) {
    return meaning != Meaning::one && meaning != Meaning::lateness && meaning != Meaning::objective;
}

}  // namespace masar::verify
