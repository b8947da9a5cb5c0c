#include "app/start_reasons.h"

#include "app/risk_book.h"
#include "compile/forbidden_sets.h"
#include "problem/charges.h"

#include <algorithm>
#include <map>

namespace masar::app {
namespace {

using Kind = plan::StartReason::Kind;
using compile::Bound;
using compile::BoundReason;
using compile::Cause;
using problem::Day;
using problem::Span;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

bool touches(const problem::Interval& days, Span span) {
    return days.from < std::max(span.end, span.start + 1) && span.start < days.to;
}

/// What all activities together use; one is then looked at a day earlier.
class Surroundings {
public:
    Surroundings(const LoadedPlan& loaded, const plan::Timetable& dates)
        : plan(loaded.plan),
          compiled(*loaded.compiled),
          timetable(dates),
          schedule(schedule_of(*loaded.compiled, dates)),
          rules(loaded.plan, loaded.compiled->days.whole()),
          people_count(dates.status != plan::AnswerStatus::earliest) {
        if (!people_count) return;
        for (std::int32_t i = 0; i < compiled.problem.size(); ++i)
            if (schedule.chosen(i))
                for (const problem::Expense& each : mode_of(i).expenses)
                    problem::for_each_charge(compiled.problem, each, span_of(i),
                                             [&](std::int32_t period, std::int64_t part) {
                                                 spent[{each.budget, period}] += part;
                                             });
    }

    [[nodiscard]] const problem::Mode& mode_of(std::int32_t i) const {
        return compiled.problem.activity(i).modes[at(schedule.mode[at(i)])];
    }
    [[nodiscard]] Span span_of(std::int32_t i) const {
        return {schedule.start[at(i)], problem::end_of(compiled.problem, schedule, i)};
    }

    const plan::Plan& plan;
    const compile::CompiledPlan& compiled;
    const plan::Timetable& timetable;
    problem::Schedule schedule;
    compile::RuleBook rules;
    bool people_count;
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> spent;  ///< by budget and period
};

/// One activity a working day earlier.
class OneDayEarlier {
public:
    OneDayEarlier(const Surroundings& around, std::int32_t position)
        : around_(around),
          compiled_(around.compiled),
          problem_(around.compiled.problem),
          position_(position),
          activity_(problem_.activity(position)),
          now_(around.span_of(position)) {}

    std::vector<plan::StartReason> reasons() {
        if (activity_.fixed >= 0) return add(Kind::begun), std::move(found_);
        const problem::WorkTime& time = problem_.calendar_of(position_);
        const Day start = time.every_day() ? now_.start - 1 : time.nth(time.count_before(now_.start) - 1);
        if (start < 0) return add(Kind::plan_start, -1, 0), std::move(found_);
        moved_ = {start, time.end_of(start, around_.mode_of(position_).duration)};
        look_at_links();
        look_at_bounds();
        look_at_periods();
        if (around_.people_count) {
            look_at_pools();
            look_at_budgets();
            look_at_stocks();
        }
        return std::move(found_);
    }

private:
    plan::StartReason& add(Kind kind, std::int32_t record = -1, Day day = 0) {
        return found_.emplace_back(plan::StartReason{kind, record, -1, std::nullopt, compiled_.days.date(day)});
    }

    void look_at_links() {
        const auto& links = problem_.data().links;
        for (const std::int32_t index : problem_.links_to(position_)) {
            const problem::Link& link = links[at(index)];
            const std::int32_t dependency = compiled_.links[at(index)].dependency;
            if (dependency < 0 || !around_.schedule.chosen(link.from)) continue;
            if (breaks(link, around_.span_of(link.from), now_, moved_)) add(Kind::follows, dependency);
        }
        for (const std::int32_t index : problem_.links_from(position_)) {
            const problem::Link& link = links[at(index)];
            const compile::LinkOrigin& origin = compiled_.links[at(index)];
            if (origin.dependency < 0 || !around_.schedule.chosen(link.to)) continue;
            const Span to = around_.span_of(link.to);
            if (problem::holds(problem_, link, now_, to) && !problem::holds(problem_, link, moved_, to))
                add(Kind::holds_successor, origin.successor.value).position = origin.dependency;
        }
    }
    [[nodiscard]] bool breaks(const problem::Link& link, Span from, Span now, Span then) const {
        return problem::holds(problem_, link, from, now) && !problem::holds(problem_, link, from, then);
    }

    void look_at_bounds() {
        for (const BoundReason& reason : compiled_.reasons_of(position_)) {
            const bool of_start = reason.bound == Bound::start_from;
            if (!of_start && reason.bound != Bound::finish_from) continue;
            const auto event = [&](Span span) {
                return of_start || span.end <= span.start ? span.start : span.end - 1;
            };
            if (event(moved_) >= reason.day || event(now_) < reason.day) continue;
            add(kind_of(reason), reason.record, reason.day);
        }
    }
    static Kind kind_of(const BoundReason& reason) {
        switch (reason.cause) {
            case Cause::as_of: return Kind::as_of;
            case Cause::approval: return Kind::approval;
            case Cause::rule: return Kind::notice;
            case Cause::fund: return Kind::fund_opens;
            case Cause::window: break;
        }
        return reason.bound == Bound::start_from ? Kind::window : Kind::finish_window;
    }

    void look_at_periods() {
        if (activity_.forbidden < 0) return;
        const plan::ActivityIndex index = compiled_.activities[at(position_)];
        for (const auto& period : around_.plan.activities[index.at()].avoid)
            if (period.value.known()
                && std::ranges::any_of(compiled_.avoidable[period.value.at()],
                                       [&](const auto& days) { return touches(days, moved_); }))
                add(Kind::avoids, period.value.value, moved_.start);
        for (const compile::BindingRule& rule : around_.rules.binding(index))
            for (const auto& period : around_.plan.rules[rule.rule.at()].not_during)
                if (period.value.known() && in_season(rule, period.value))
                    add(Kind::rule, rule.rule.value, moved_.start);
    }
    [[nodiscard]] bool in_season(const compile::BindingRule& rule, plan::PeriodIndex period) const {
        const compile::Season season = compile::season_of(rule, period, compiled_.days);
        return !compile::touched_days(compiled_, season, {moved_.start, std::max(moved_.end, moved_.start + 1)})
                    .empty();
    }

    /// Only the first day is new: the others were its own already.
    void look_at_pools() {
        if (moved_.end <= moved_.start) return;
        for (const problem::Demand& demand : around_.mode_of(position_).demands) {
            const plan::PoolLoad& pool = around_.timetable.loads[at(demand.pool)];
            const auto day = at(moved_.start);
            if (day >= pool.load.size() || pool.load[day] > pool.capacity[day]) continue;
            if (pool.load[day] + demand.units > pool.capacity[day]) add(Kind::pool, pool.resource.value, moved_.start);
        }
    }

    void look_at_budgets() {
        std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> change;
        for (const problem::Expense& each : around_.mode_of(position_).expenses) {
            const auto charge = [&](Span span, std::int64_t sign) {
                problem::for_each_charge(problem_, each, span, [&](std::int32_t period, std::int64_t part) {
                    change[{each.budget, period}] += sign * part;
                });
            };
            charge(now_, -1);
            charge(moved_, 1);
        }
        for (const auto& [where, more] : change) {
            const auto spent = around_.spent.find(where);
            const std::int64_t before = spent == around_.spent.end() ? 0 : spent->second;
            const std::int64_t limit = problem_.data().budgets[at(where.first)].limits[at(where.second)];
            if (more > 0 && before <= limit && before + more > limit) add_budget(where.first, where.second);
        }
    }
    void add_budget(std::int32_t budget, std::int32_t period) {
        const compile::BudgetOrigin& origin = compiled_.budgets[at(budget)];
        using Of = compile::BudgetOrigin::Kind;
        if (origin.kind == Of::cost_limit) return;
        const Kind kind = origin.kind == Of::resource ? Kind::yearly_pool
                          : origin.kind == Of::fund   ? Kind::fund_ceiling
                                                      : Kind::side_ceiling;
        add(kind, origin.record, moved_.start).year = origin.first_year + period;
    }

    /// What is taken at the start is gone from an earlier day on.
    void look_at_stocks() {
        for (const problem::StockChange& change : around_.mode_of(position_).stock_changes) {
            if (change.anchor != problem::Anchor::start || change.amount >= 0) continue;
            const problem::Reservoir& reservoir = problem_.data().reservoirs[at(change.reservoir)];
            if (least_stock(change.reservoir) + change.amount < reservoir.minimum)
                add(Kind::stock, compiled_.reservoirs[at(change.reservoir)].value, moved_.start);
        }
    }
    /// On the days from the earlier start to the day before the one now.
    [[nodiscard]] std::int64_t least_stock(std::int32_t reservoir) const {
        std::map<Day, std::int64_t> changes;
        for (std::int32_t i = 0; i < problem_.size(); ++i) {
            if (!around_.schedule.chosen(i)) continue;
            const Span span = around_.span_of(i);
            for (const problem::StockChange& each : around_.mode_of(i).stock_changes)
                if (each.reservoir == reservoir)
                    changes[each.anchor == problem::Anchor::start ? span.start : span.end] += each.amount;
        }
        std::int64_t level = problem_.data().reservoirs[at(reservoir)].initial;
        std::optional<std::int64_t> least;
        for (const auto& [day, amount] : changes) {
            if (day >= now_.start) break;
            if (day > moved_.start) least = std::min(least.value_or(level), level);
            level += amount;
        }
        return std::min(least.value_or(level), level);
    }

    const Surroundings& around_;
    const compile::CompiledPlan& compiled_;
    const problem::Problem& problem_;
    std::int32_t position_;
    const problem::Activity& activity_;
    Span now_, moved_;
    std::vector<plan::StartReason> found_;
};

}  // namespace

plan::StartReasons start_reasons(const LoadedPlan& loaded, const plan::Timetable& timetable) {
    const Surroundings around(loaded, timetable);
    plan::StartReasons all(loaded.plan.activities.size());
    for (std::int32_t i = 0; i < around.compiled.problem.size(); ++i) {
        const plan::ActivityIndex index = around.compiled.activities[at(i)];
        if (index.known() && around.schedule.chosen(i)) all[index.at()] = OneDayEarlier(around, i).reasons();
    }
    return all;
}

}  // namespace masar::app
