#include "compile/answer_view.h"

#include <algorithm>

namespace masar::compile {
namespace {

using problem::Day;

/// Difference arrays per pool and calendar: a load counts on the working days of the activity's own calendar only.
class DayLoads {
public:
    explicit DayLoads(const AnswerView& view)
        : view_(view), data_(view.compiled.problem.data()), changes_(data_.pools.size() * data_.work_times.size()) {
        for (std::int32_t i = 0; i < view.size(); ++i)
            if (view.stands(i)) add(i);
    }

    [[nodiscard]] plan::PoolLoad of_pool(std::size_t pool) const {
        plan::PoolLoad found{view_.compiled.pools[pool], view_.compiled.days.first, {}, {}};
        found.load.assign(static_cast<std::size_t>(view_.end()), 0);
        for (std::size_t time = 0; time < data_.work_times.size(); ++time) sum_up(pool, time, found.load);
        found.capacity.reserve(found.load.size());
        const auto& steps = data_.pools[pool].steps;
        for (std::size_t step = 0; step < steps.size(); ++step) {
            const Day until = step + 1 < steps.size() ? std::min(steps[step + 1].from, view_.end()) : view_.end();
            found.capacity.resize(static_cast<std::size_t>(std::max(until, 0)), steps[step].capacity);
        }
        return found;
    }

private:
    void add(std::int32_t position) {
        const problem::Activity& activity = data_.activities[static_cast<std::size_t>(position)];
        problem::Span span = view_.span(position);
        if (activity.fixed >= 0)
            span.start =
                std::max(span.start, data_.fixed_activities[static_cast<std::size_t>(activity.fixed)].uses_from);
        if (span.start >= span.end) return;
        for (const problem::Demand& demand : view_.problem_mode(position).demands) {
            auto& changes = changes_[static_cast<std::size_t>(demand.pool) * data_.work_times.size()
                                     + static_cast<std::size_t>(activity.calendar)];
            changes.resize(static_cast<std::size_t>(view_.end()) + 1, 0);
            changes[static_cast<std::size_t>(span.start)] += demand.units;
            changes[static_cast<std::size_t>(span.end)] -= demand.units;
        }
    }

    void sum_up(std::size_t pool, std::size_t time, std::vector<std::int32_t>& load) const {
        const auto& changes = changes_[pool * data_.work_times.size() + time];
        if (changes.empty()) return;
        std::int32_t running = 0;
        for (std::size_t day = 0; day < load.size(); ++day) {
            running += changes[day];
            if (running != 0 && data_.work_times[time].works(static_cast<Day>(day))) load[day] += running;
        }
    }

    const AnswerView& view_;
    const problem::ProblemData& data_;
    std::vector<std::vector<std::int32_t>> changes_;  ///< by pool × calendar; empty = never used
};

/// Per year from the first to the last in which anything happens.
void add_years(const AnswerView& view, std::size_t budget, std::vector<plan::YearLoad>& years) {
    const BudgetOrigin& origin = view.compiled.budgets[budget];
    const problem::ProblemData& data = view.compiled.problem.data();
    const problem::Partition& partition = data.partitions[static_cast<std::size_t>(data.budgets[budget].partition)];
    const auto last = static_cast<std::size_t>(partition.at(std::max(view.end() - 1, 0)));
    std::vector<std::int64_t> load(last + 1, 0);
    for (std::int32_t i = 0; i < view.size(); ++i) {
        if (!view.stands(i)) continue;
        for (const problem::Expense& expense : view.problem_mode(i).expenses)
            if (expense.budget == static_cast<std::int32_t>(budget))
                load[static_cast<std::size_t>(partition.at(view.span(i).start))] += expense.amount;
    }
    for (std::size_t period = 0; period <= last; ++period)
        years.push_back({plan::ResourceIndex{origin.record}, origin.first_year + static_cast<int>(period), load[period],
                         data.budgets[budget].limits[period]});
}

}  // namespace

Loads measure_loads(const AnswerView& view) {
    Loads loads;
    const DayLoads days(view);
    for (std::size_t pool = 0; pool < view.compiled.pools.size(); ++pool) loads.days.push_back(days.of_pool(pool));
    for (std::size_t budget = 0; budget < view.compiled.budgets.size(); ++budget)
        if (view.compiled.budgets[budget].kind == BudgetOrigin::Kind::resource) add_years(view, budget, loads.years);
    return loads;
}

}  // namespace masar::compile
