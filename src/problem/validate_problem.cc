#include "problem/validate_problem.h"

#include <fmt/format.h>

#include <algorithm>

namespace masar::problem {
namespace {

using Fault = std::optional<base::Error>;

/// Where in the data the checking stands, named in both languages.
struct Where {
    base::Text kind;
    std::size_t index = 0;
};

Fault fault(const Where& where, const base::Text& reason) {
    return base::Error{base::Error::Kind::malformed,
                       {fmt::format("{} {}: {}", where.kind.en, where.index, reason.en),
                        fmt::format("{} {}: {}", where.kind.ar, where.index, reason.ar)},
                       {}};
}

template <class List>
bool within(std::int64_t index, const List& list) {
    return index >= 0 && static_cast<std::uint64_t>(index) < list.size();
}

template <class List>
bool within_or_none(std::int64_t index, const List& list) {
    return index == -1 || within(index, list);
}

bool is_day(Day day) { return day >= 0 && day <= never; }

const base::Text unknown_index{"refers to something that does not exist", "يشير إلى عنصر غير موجود"};
const base::Text negative_number{"a number is negative or too large", "رقم سالب أو أكبر من المسموح"};
const base::Text sum_too_large{"the sum of its amounts is too large", "مجموع المبالغ أكبر من المسموح"};

Fault mode_fault(const ProblemData& data, const Mode& mode, const Where& where) {
    if (!is_day(mode.duration))
        return fault(where, {"a duration is negative or too long", "مدة سالبة أو أطول من المسموح"});
    for (const Demand& demand : mode.demands) {
        if (!within(demand.pool, data.pools)) return fault(where, unknown_index);
        if (demand.units < 0) return fault(where, negative_number);
    }
    for (const Expense& expense : mode.expenses) {
        if (!within(expense.budget, data.budgets)) return fault(where, unknown_index);
        if (expense.amount < 0) return fault(where, negative_number);
    }
    for (const StockChange& change : mode.stock_changes) {
        if (!within(change.reservoir, data.reservoirs)) return fault(where, unknown_index);
    }
    return {};
}

Fault activity_fault(const ProblemData& data, const Activity& activity, const Where& where) {
    if (!within(activity.calendar, data.work_times) || !within_or_none(activity.forbidden, data.forbidden_sets)
        || !within_or_none(activity.fixed, data.fixed_activities)) {
        return fault(where, unknown_index);
    }
    if (!is_day(activity.earliest_start) || !is_day(activity.latest_end)) {
        return fault(where, {"its window lies outside time", "نافذته الزمنية خارج المدى الزمني"});
    }
    if (activity.modes.empty()) return fault(where, {"it has no mode", "ليس له أي نمط تنفيذ"});
    for (const Mode& mode : activity.modes) {
        if (Fault wrong = mode_fault(data, mode, where)) return wrong;
    }
    if (activity.fixed < 0) return {};
    const Fixed& fixed = data.fixed_activities[static_cast<std::size_t>(activity.fixed)];
    if (!within(fixed.mode, activity.modes)) return fault(where, unknown_index);
    if (!is_day(fixed.start) || fixed.end < fixed.start || fixed.end > data.horizon || !is_day(fixed.uses_from)) {
        return fault(where, {"its fixed days do not follow each other within the horizon",
                             "أيامه الثابتة غير متتابعة أو خارج الأفق الزمني"});
    }
    return {};
}

Fault link_fault(const ProblemData& data, const Link& link, const Where& where) {
    if (!within(link.from, data.activities) || !within(link.to, data.activities)
        || !within(link.calendar, data.work_times)) {
        return fault(where, unknown_index);
    }
    if (link.from == link.to) return fault(where, {"it links an activity to itself", "يربط النشاط بنفسه"});
    if (link.lag > longest_lag || link.lag < -longest_lag) {
        return fault(where, {"its lag is too long", "مهلته أطول من المسموح"});
    }
    return {};
}

Fault forbidden_fault(const std::vector<Interval>& set, const Where& where) {
    Day last = 0;
    for (const Interval& interval : set) {
        if (interval.from < last || interval.to <= interval.from || !is_day(interval.to)) {
            return fault(where, {"its intervals are not in order, empty or overlapping",
                                 "فتراته غير مرتبة أو فارغة أو متداخلة"});
        }
        last = interval.to;
    }
    return {};
}

Fault pool_fault(const Pool& pool, const Where& where) {
    if (pool.steps.empty() || pool.steps.front().from != 0) {
        return fault(where, {"its first capacity must hold from day 0", "يجب أن تسري سعته الأولى من اليوم 0"});
    }
    Day last = -1;
    for (const CapacityStep& step : pool.steps) {
        if (step.from <= last) return fault(where, {"its capacity steps are not in order", "درجات سعته غير مرتبة"});
        if (step.capacity < 0) return fault(where, {"a capacity is negative", "سعة سالبة"});
        last = step.from;
    }
    return {};
}

Fault partition_fault(const Partition& partition, const Where& where) {
    if (partition.periods < 1) return fault(where, {"it has no period", "ليس فيه أي فترة"});
    const auto& periods = partition.period_of_day;
    for (std::size_t day = 0; day < periods.size(); ++day) {
        if (periods[day] < 0 || periods[day] >= partition.periods) return fault(where, unknown_index);
        if (day == 0) continue;
        if (periods[day] < periods[day - 1] || periods[day] > periods[day - 1] + 1) {
            return fault(where, {"its periods do not follow each other", "فتراته غير متتابعة"});
        }
    }
    return {};
}

Fault budget_fault(const ProblemData& data, const Budget& budget, const Where& where) {
    if (!within(budget.partition, data.partitions)) return fault(where, unknown_index);
    const auto periods = data.partitions[static_cast<std::size_t>(budget.partition)].periods;
    if (budget.limits.size() != static_cast<std::size_t>(periods)) {
        return fault(where, {"it needs one limit per period", "يلزم حد واحد لكل فترة"});
    }
    for (const auto limit : budget.limits) {
        if (limit < 0) return fault(where, {"a limit is negative", "حد سالب"});
    }
    return {};
}

Fault reservoir_fault(const Reservoir& reservoir, const Where& where) {
    if (reservoir.minimum <= reservoir.maximum) return {};
    return fault(where, {"its minimum lies above its maximum", "حده الأدنى أعلى من حده الأقصى"});
}

Fault group_fault(const ProblemData& data, const Group& group, const Where& where) {
    if (group.count < 0) return fault(where, negative_number);
    std::vector<std::int32_t> members = group.members;
    std::sort(members.begin(), members.end());
    if (members.empty()) return fault(where, {"it has no member", "لا أعضاء فيها"});
    if (!within(members.front(), data.activities) || !within(members.back(), data.activities)) {
        return fault(where, unknown_index);
    }
    if (std::adjacent_find(members.begin(), members.end()) == members.end()) return {};
    return fault(where, {"a member appears twice", "عضو مكرر"});
}

Fault gate_fault(const ProblemData& data, const Gate& gate, const Where& where) {
    if (!is_day(gate.due_end) || gate.weight < 0 || gate.weight > longest_lag) return fault(where, negative_number);
    for (const auto activity : gate.requires_done) {
        if (!within(activity, data.activities)) return fault(where, unknown_index);
    }
    return {};
}

Fault goal_fault(const ProblemData& data, const OutcomeGoal& goal, const Where& where) {
    std::vector<std::int32_t> members;
    for (const OutcomeGoal::Term& term : goal.terms) {
        if (!within(term.activity, data.activities)) return fault(where, unknown_index);
        members.push_back(term.activity);
        for (std::size_t i = 0; i < term.steps.size(); ++i) {
            const bool in_order = i == 0 || term.steps[i - 1].from < term.steps[i].from;
            if (!in_order || !is_day(term.steps[i].from))
                return fault(where, {"its steps are not in order", "درجاته غير مرتبة"});
        }
    }
    std::sort(members.begin(), members.end());
    if (std::adjacent_find(members.begin(), members.end()) == members.end()) return {};
    return fault(where, {"an activity appears twice", "نشاط مكرر"});
}

Fault wish_fault(const ProblemData& data, const Wish& wish, const Where& where) {
    const bool known = within(wish.activity, data.activities) && within_or_none(wish.unwanted, data.forbidden_sets);
    if (!known || !within_or_none(wish.mode, data.activities[static_cast<std::size_t>(wish.activity)].modes))
        return fault(where, unknown_index);
    return wish.weight < 0 ? fault(where, negative_number) : Fault{};
}

/// Calls `check(item, where)` for each item until one is wrong.
template <class List, class Check>
Fault first_fault(const List& list, const base::Text& kind, Check check) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (Fault wrong = check(list[i], Where{kind, i})) return wrong;
    }
    return {};
}

Fault baseline_fault(const ProblemData& data) {
    const Where baseline{{"baseline", "الجدول المرجعي"}, 0};
    const bool asked = std::ranges::any_of(
        data.objectives, [](Objective each) { return each == Objective::moved || each == Objective::shift; });
    if (data.baseline.empty() && !asked) return {};
    if (data.baseline.size() != data.activities.size())
        return fault(baseline, {"it needs one start per activity", "يلزم تاريخ بدء واحد لكل نشاط"});
    const auto good = [](Day day) { return day == not_in_baseline || is_day(day); };
    if (std::ranges::all_of(data.baseline, good)) return {};
    return fault(baseline, {"a start lies outside time", "تاريخ بدء خارج المدى الزمني"});
}

Fault frame_fault(const ProblemData& data) {
    const base::Text frame{"problem", "المسألة"};
    if (!is_day(data.horizon)) return fault({frame, 0}, {"the horizon is negative", "الأفق الزمني سالب"});
    if (data.work_times.empty() || !data.work_times.front().every_day()) {
        return fault({frame, 0}, {"work time 0 must be every day", "يجب أن يكون تقويم العمل 0 لجميع الأيام"});
    }
    if (data.partitions.empty() || data.partitions.front().periods != 1
        || !data.partitions.front().period_of_day.empty()) {
        return fault({frame, 0}, {"partition 0 must be the one period", "يجب أن يكون التقسيم 0 فترة واحدة"});
    }
    if (!within(data.months, data.partitions)) return fault({frame, 0}, unknown_index);
    auto objectives = data.objectives;
    std::sort(objectives.begin(), objectives.end());
    if (objectives.empty() || std::adjacent_find(objectives.begin(), objectives.end()) != objectives.end()) {
        return fault({frame, 0}, {"objectives are missing or repeated", "الأهداف ناقصة أو مكررة"});
    }
    if (Fault wrong = baseline_fault(data)) return wrong;
    if (data.activities.size() >= static_cast<std::size_t>(never)
        || data.links.size() >= static_cast<std::size_t>(never)) {
        return fault({frame, 0}, {"there are too many activities or links", "عدد الأنشطة أو الروابط أكبر من المسموح"});
    }
    return {};
}

std::uint64_t magnitude(std::int64_t amount) {
    return amount < 0 ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
}

/// Sums of magnitudes, kept below 2^62 so that nothing that adds them up can overflow.
class SafeSums {
public:
    explicit SafeSums(std::size_t size) : sums_(size, 0) {}
    [[nodiscard]] bool add(std::size_t index, std::int64_t amount) {
        constexpr std::uint64_t limit = std::uint64_t{1} << 62;
        const std::uint64_t size = magnitude(amount);
        if (size > limit || sums_[index] > limit - size) return false;
        sums_[index] += size;
        return true;
    }

private:
    std::vector<std::uint64_t> sums_;
};

std::int64_t largest_step(const OutcomeGoal::Term& term) {
    std::int64_t largest = 0;
    for (const OutcomeGoal::Step& step : term.steps)
        if (magnitude(step.amount) > magnitude(largest)) largest = step.amount;
    return largest;
}

/// A term counts twice: with what it may give, and with what it may stay below that.
bool sums_fit(const OutcomeGoal& goal) {
    SafeSums sum(1);
    bool fits = sum.add(0, goal.constant) && sum.add(0, goal.at_least);
    for (const OutcomeGoal::Term& term : goal.terms)
        fits = fits && sum.add(0, largest_step(term)) && sum.add(0, largest_step(term));
    return fits;
}

Fault sums_fault(const ProblemData& data) {
    SafeSums budgets(data.budgets.size());
    SafeSums stocks(data.reservoirs.size());
    for (std::size_t g = 0; g < data.goals.size(); ++g)
        if (!sums_fit(data.goals[g])) return fault({{"outcome goal", "هدف النتائج"}, g}, sum_too_large);
    SafeSums totals(4);  // value, cost, gate weight times the longest lateness, wishes
    for (std::size_t r = 0; r < data.reservoirs.size(); ++r) {
        if (!stocks.add(r, data.reservoirs[r].initial)) return fault({{"reservoir", "المخزون"}, r}, sum_too_large);
    }
    for (const Gate& gate : data.gates) {
        if (!totals.add(2, gate.weight * never)) return fault({{"gate", "بوابة القرار"}, 0}, sum_too_large);
    }
    for (std::size_t w = 0; w < data.wishes.size(); ++w)
        if (!totals.add(3, data.wishes[w].weight)) return fault({{"wish", "الرغبة"}, w}, sum_too_large);
    return first_fault(data.activities, {"activity", "النشاط"},
                       [&](const Activity& activity, const Where& where) -> Fault {
                           bool fits = totals.add(0, activity.value);
                           for (const Mode& mode : activity.modes) {
                               fits = fits && totals.add(1, mode.cost);
                               for (const Expense& e : mode.expenses) {
                                   fits = fits && budgets.add(static_cast<std::size_t>(e.budget), e.amount);
                               }
                               for (const StockChange& c : mode.stock_changes) {
                                   fits = fits && stocks.add(static_cast<std::size_t>(c.reservoir), c.amount);
                               }
                           }
                           return fits ? Fault{} : fault(where, sum_too_large);
                       });
}

}  // namespace

std::optional<base::Error> find_fault(const ProblemData& data) {
    const auto with_data = [&data](auto check) {
        return [&data, check](const auto& item, const Where& where) { return check(data, item, where); };
    };
    if (Fault wrong = frame_fault(data)) return wrong;
    if (Fault wrong = first_fault(data.activities, {"activity", "النشاط"}, with_data(activity_fault))) return wrong;
    if (Fault wrong = first_fault(data.links, {"link", "الرابط"}, with_data(link_fault))) return wrong;
    if (Fault wrong = first_fault(data.forbidden_sets, {"forbidden set", "مجموعة الفترات الممنوعة"}, forbidden_fault)) {
        return wrong;
    }
    if (Fault wrong = first_fault(data.pools, {"pool", "مجمّع الموارد"}, pool_fault)) return wrong;
    if (Fault wrong = first_fault(data.partitions, {"partition", "التقسيم"}, partition_fault)) return wrong;
    if (Fault wrong = first_fault(data.budgets, {"budget", "الميزانية"}, with_data(budget_fault))) return wrong;
    if (Fault wrong = first_fault(data.reservoirs, {"reservoir", "المخزون"}, reservoir_fault)) return wrong;
    if (Fault wrong = first_fault(data.groups, {"group", "المجموعة"}, with_data(group_fault))) return wrong;
    if (Fault wrong = first_fault(data.gates, {"gate", "بوابة القرار"}, with_data(gate_fault))) return wrong;
    if (Fault wrong = first_fault(data.goals, {"outcome goal", "هدف النتائج"}, with_data(goal_fault))) return wrong;
    if (Fault wrong = first_fault(data.wishes, {"wish", "الرغبة"}, with_data(wish_fault))) return wrong;
    return sums_fault(data);
}

}  // namespace masar::problem
