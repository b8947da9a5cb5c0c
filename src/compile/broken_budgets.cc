#include "compile/charges_of.h"
#include "compile/violation_sink.h"

#include <algorithm>
#include <map>
#include <utility>

namespace masar::compile {
namespace {

using calendar::Date;
using plan::Violation;
using plan::ViolationKind;
using problem::Breach;
using problem::BreachKind;
using problem::Day;

class BrokenBudgets {
public:
    BrokenBudgets(const AnswerView& view, ViolationSink& sink) : view_(view), days_(view.compiled.days), sink_(sink) {}

    void find() {
        find_first_days();
        for (const Breach& breach : view_.answered.breaches)
            if (breach.kind == BreachKind::budget) add_budget(breach);
    }

private:
    using PeriodKey = std::pair<std::int32_t, std::int32_t>;  // budget, period

    /// The day on which each broken budget runs out.
    void find_first_days() {
        std::map<PeriodKey, std::vector<std::pair<Day, std::int64_t>>> charges;
        for (const Breach& breach : view_.answered.breaches)
            if (breach.kind == BreachKind::budget) charges.try_emplace({breach.what, breach.period});
        if (charges.empty()) return;
        const problem::ProblemData& data = view_.compiled.problem.data();
        for (std::int32_t i = 0; i < view_.size(); ++i) {
            if (!view_.stands(i)) continue;
            for (const problem::Expense& expense : view_.problem_mode(i).expenses) {
                const auto& budget = data.budgets[static_cast<std::size_t>(expense.budget)];
                const auto& partition = data.partitions[static_cast<std::size_t>(budget.partition)];
                for_each_part(expense.charge, expense.amount, view_.dates(i), [&](Date date, std::int64_t part) {
                    const Day day = days_.day(date);
                    const auto entry = charges.find({expense.budget, partition.at(day)});
                    if (entry != charges.end()) entry->second.emplace_back(day, part);
                });
            }
        }
        for (auto& [key, parts] : charges) first_days_[key] = day_above(key, parts);
    }

    [[nodiscard]] Day day_above(const PeriodKey& key, std::vector<std::pair<Day, std::int64_t>>& parts) const {
        const auto& budget = view_.compiled.problem.data().budgets[static_cast<std::size_t>(key.first)];
        std::int64_t left = budget.limits[static_cast<std::size_t>(key.second)];
        std::ranges::stable_sort(parts, {}, [](const auto& part) { return part.first; });
        for (const auto& [day, amount] : parts)
            if ((left -= amount) < 0) return day;
        return parts.empty() ? 0 : parts.back().first;
    }

    void add_budget(const Breach& breach) {
        const BudgetOrigin& origin = view_.compiled.budgets[static_cast<std::size_t>(breach.what)];
        const int year = origin.first_year + breach.period;
        const Date day = days_.date(first_days_.at({breach.what, breach.period}));
        const auto record = static_cast<std::size_t>(origin.record);
        Violation& violation = start_budget(origin, record, year);
        violation.when = day;
        violation.amount = breach.amount;
        violation.currency = origin.currency;
        if (origin.kind == BudgetOrigin::Kind::cost_limit) return;
        violation.year = year;
        violation.periods = {{day, origin.fiscal_year.days_of(year).last}};
    }

    Violation& start_budget(const BudgetOrigin& origin, std::size_t record, int year) {
        switch (origin.kind) {
            case BudgetOrigin::Kind::resource: {
                const plan::Resource& resource = view_.plan.resources[record];
                return sink_.start(ViolationKind::resource, resource, resource.capacity.place);
            }
            case BudgetOrigin::Kind::fund: {
                const plan::Fund& fund = view_.plan.funds[record];
                return sink_.start(ViolationKind::ceiling, fund, ceiling_place(fund.ceilings, year));
            }
            case BudgetOrigin::Kind::side: {
                const plan::Side& side = view_.plan.sides[record];
                return sink_.start(ViolationKind::ceiling, side, side_ceiling_place(origin.record, year));
            }
            case BudgetOrigin::Kind::cost_limit: break;
        }
        const plan::Rule& rule = view_.plan.rules[record];
        Violation& violation =
            sink_.start(ViolationKind::rule, view_.plan.activities[origin.activity.at()], rule.place);
        violation.other = rule.id;
        return violation;
    }

    static base::Place ceiling_place(const std::vector<plan::Ceiling>& ceilings, int year) {
        const auto found = std::ranges::find(ceilings, year, &plan::Ceiling::year);
        return found == ceilings.end() ? base::Place{} : found->place;
    }

    [[nodiscard]] base::Place side_ceiling_place(std::int32_t side, int year) const {
        for (const plan::SideCeilings& each : view_.plan.ceilings) {
            const base::Place place =
                each.side.value.value == side ? ceiling_place(each.ceilings, year) : base::Place{};
            if (place.known()) return place;
        }
        return {};
    }

    const AnswerView& view_;
    const DayCount& days_;
    ViolationSink& sink_;
    std::map<PeriodKey, Day> first_days_;
};

}  // namespace

void add_broken_budgets(const AnswerView& view, ViolationSink& sink) { BrokenBudgets(view, sink).find(); }

}  // namespace masar::compile
