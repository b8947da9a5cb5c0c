#include "compile/answer_view.h"
#include "compile/charges_of.h"
#include "compile/forbidden_sets.h"

#include <algorithm>
#include <map>
#include <utility>

namespace masar::compile {
namespace {

using calendar::Date;
using calendar::DatePeriod;
using plan::Violation;
using plan::ViolationKind;
using problem::Breach;
using problem::BreachKind;
using problem::Day;

class Violations {
public:
    Violations(const AnswerView& view, const std::vector<plan::GateOutcome>& gates)
        : view_(view),
          days_(view.compiled.days),
          rules_(view.plan, days_.whole()) {
        for (std::int32_t i = 0; i < view.size(); ++i)
            if (view.stands(i)) compare_with_bounds(i);
        find_first_days();
        for (const Breach& breach : view.answered.breaches) add(breach);
        add_choices();
        add_gates(gates);
    }

    std::vector<Violation> take() {
        std::ranges::stable_sort(found_, {}, &Violation::kind);
        return std::move(found_);
    }

private:
    Violation& start(ViolationKind kind, const plan::Record& record, base::Place place) {
        Violation violation;
        violation.kind = kind;
        violation.what = record.id;
        violation.place = place.known() ? place : record.place;
        return found_.emplace_back(std::move(violation));
    }

    // --- windows, notice clocks, funds' days ---

    void compare_with_bounds(std::int32_t position) {
        const DatePeriod dates = view_.dates(position);
        for (const BoundReason& reason : view_.compiled.reasons_of(position)) {
            const bool of_start = reason.bound == Bound::start_from || reason.bound == Bound::start_by;
            if (view_.fixed(position) && of_start)
                continue;  // the past is past; only what is still to come can be late
            const bool lower = reason.bound == Bound::start_from || reason.bound == Bound::finish_from;
            const Date event = of_start ? dates.first : dates.last;
            const Date limit = days_.date(reason.day);
            if (lower ? event >= limit : event <= limit) continue;
            add_bound(position, reason,
                      lower ? DatePeriod{event, limit - std::chrono::days(1)}
                            : DatePeriod{limit + std::chrono::days(1), event});
        }
    }

    void add_bound(std::int32_t position, const BoundReason& reason, DatePeriod outside) {
        const bool clock = reason.cause == Cause::approval || reason.cause == Cause::rule;
        Violation& violation =
            start(clock ? ViolationKind::notice : ViolationKind::window, view_.source(position), reason.place);
        violation.other = cause_id(reason);
        violation.when = outside.first;
        violation.amount = (outside.last - outside.first).count() + 1;
        violation.periods = {outside};
    }

    [[nodiscard]] std::string cause_id(const BoundReason& reason) const {
        const auto record = static_cast<std::size_t>(reason.record);
        switch (reason.cause) {
            case Cause::approval: return view_.plan.approvals[record].id;
            case Cause::rule: return view_.plan.rules[record].id;
            case Cause::fund: return view_.plan.funds[record].id;
            case Cause::window:
            case Cause::as_of: return {};
        }
        return {};
    }

    // --- what the checker found ---

    void add(const Breach& breach) {
        switch (breach.kind) {
            case BreachKind::shape: return add_activity(breach, ViolationKind::choice);
            case BreachKind::not_working: return add_activity(breach, ViolationKind::calendar);
            case BreachKind::fixed: return add_activity(breach, ViolationKind::fixed);
            case BreachKind::window_start: return;  // said with its cause
            case BreachKind::window_end:            // said likewise, unless it is the end of all dates that is passed
                if (passes_horizon(breach.activity)) add_activity(breach, ViolationKind::window);
                return;
            case BreachKind::forbidden: return add_seasons(breach.activity);
            case BreachKind::link: return add_link(breach);
            case BreachKind::pool: return add_pool(breach);
            case BreachKind::budget: return add_budget(breach);
            case BreachKind::reservoir: return add_stock(breach);
            case BreachKind::group:      // judged on the plan's own groups, which know of what takes no part
            case BreachKind::firm_gate:  // judged with the gates' dates
                return;
        }
    }

    [[nodiscard]] bool passes_horizon(std::int32_t position) const {
        const problem::Problem& problem = view_.compiled.problem;
        return problem::end_of(problem, view_.answered.schedule, position) > problem.data().horizon;
    }

    void add_activity(const Breach& breach, ViolationKind kind) {
        if (breach.activity < 0 || !view_.compiled.activities[static_cast<std::size_t>(breach.activity)].known())
            return;
        const plan::Activity& activity = view_.source(breach.activity);
        Violation& violation =
            start(kind, activity, kind == ViolationKind::calendar ? activity.calendar.place : activity.place);
        violation.when = view_.dates(breach.activity).first;
        violation.amount = breach.amount;
        violation.periods = {view_.dates(breach.activity)};
    }

    void add_seasons(std::int32_t position) {
        const plan::Activity& activity = view_.source(position);
        for (const auto& period : activity.avoid)
            if (period.value.known())
                add_season({activity, position, {period.value.value, 0, days_.days}, nullptr, period.place});
        for (const BindingRule& rule : rules_.binding(view_.compiled.activities[static_cast<std::size_t>(position)])) {
            const plan::Rule& source = view_.plan.rules[rule.rule.at()];
            for (const auto& period : source.not_during)
                if (period.value.known())
                    add_season({activity, position, season_of(rule, period.value, days_), &source, source.place});
        }
    }

    struct SeasonCase {
        const plan::Activity& activity;
        std::int32_t position;
        Season season;
        const plan::Rule* rule;  ///< null: the activity itself avoids the period
        base::Place place;
    };
    void add_season(const SeasonCase& each) {
        const problem::Span span = view_.span(each.position);
        const auto touched =
            touched_days(view_.compiled, each.season, {span.start, std::max(span.end, span.start + 1)});
        if (touched.empty()) return;
        Violation& violation = start(each.rule ? ViolationKind::rule : ViolationKind::avoid, each.activity, each.place);
        violation.other =
            each.rule ? each.rule->id : view_.plan.periods[static_cast<std::size_t>(each.season.period)].id;
        violation.when = days_.date(touched.front().from);
        for (const problem::Interval& days : touched) {
            violation.periods.push_back({days_.date(days.from), days_.date(days.to - 1)});
            violation.amount += days.to - days.from;
        }
    }

    void add_link(const Breach& breach) {
        const LinkOrigin& origin = view_.compiled.links[static_cast<std::size_t>(breach.what)];
        if (origin.dependency < 0) return;  // a bound, said with its cause
        const plan::Activity& successor = view_.plan.activities[origin.successor.at()];
        const plan::Dependency& dependency = successor.after[static_cast<std::size_t>(origin.dependency)];
        Violation& violation = start(ViolationKind::link, successor, dependency.place);
        violation.other = view_.plan.activities[dependency.predecessor.value.at()].id;
        violation.when = view_.dates(view_.compiled.positions[origin.successor.at()]).first;
        violation.amount = breach.amount;
    }

    void add_pool(const Breach& breach) {
        const plan::ResourceIndex index = view_.compiled.pools[static_cast<std::size_t>(breach.what)];
        const plan::Resource& resource = view_.plan.resources[index.at()];
        const DatePeriod stretch{days_.date(breach.first_day), days_.date(breach.last_day)};
        // One violation per resource: the checker's stretches of one pool follow each other.
        const bool more = !found_.empty() && found_.back().kind == ViolationKind::resource && last_pool_ == breach.what;
        if (!more) {
            Violation& violation = start(ViolationKind::resource, resource, capacity_place(resource, stretch.first));
            violation.when = stretch.first;
        }
        last_pool_ = breach.what;
        found_.back().amount = std::max(found_.back().amount, breach.amount);
        found_.back().periods.push_back(stretch);
    }

    static base::Place capacity_place(const plan::Resource& resource, Date day) {
        for (const plan::Resource::Reduction& each : resource.reductions)
            if (each.days.contains(day)) return each.place;
        return resource.capacity.place;
    }

    // --- yearly budgets ---

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
                return start(ViolationKind::resource, resource, resource.capacity.place);
            }
            case BudgetOrigin::Kind::fund: {
                const plan::Fund& fund = view_.plan.funds[record];
                return start(ViolationKind::ceiling, fund, ceiling_place(fund.ceilings, year));
            }
            case BudgetOrigin::Kind::side: {
                const plan::Side& side = view_.plan.sides[record];
                return start(ViolationKind::ceiling, side, side_ceiling_place(origin.record, year));
            }
            case BudgetOrigin::Kind::cost_limit: break;
        }
        const plan::Rule& rule = view_.plan.rules[record];
        Violation& violation = start(ViolationKind::rule, view_.plan.activities[origin.activity.at()], rule.place);
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

    void add_stock(const Breach& breach) {
        const plan::StockIndex index = view_.compiled.reservoirs[static_cast<std::size_t>(breach.what)];
        const plan::Stock& stock = view_.plan.stocks[index.at()];
        Violation& violation = start(ViolationKind::stock, stock, stock.initial.place);
        violation.when = days_.date(breach.first_day);
        violation.amount = breach.amount;
        violation.periods = {{days_.date(breach.first_day), days_.date(breach.last_day)}};
    }

    // --- choices and gates ---

    [[nodiscard]] bool stands(const plan::At<plan::ActivityIndex>& member) const {
        const std::int32_t position = member.value.known() ? view_.compiled.positions[member.value.at()] : -1;
        return position >= 0 && view_.stands(position);
    }

    void add_choices() {
        for (const plan::ChoiceGroup& group : view_.plan.choices) {
            const auto chosen = std::ranges::count_if(group.members, [&](const auto& each) { return stands(each); });
            std::ptrdiff_t off = 0;
            switch (group.kind) {
                case plan::ChoiceGroup::Kind::exactly: off = std::abs(chosen - group.count); break;
                case plan::ChoiceGroup::Kind::at_most: off = std::max<std::ptrdiff_t>(0, chosen - group.count); break;
                case plan::ChoiceGroup::Kind::implies:
                    if (!group.members.empty() && stands(group.members.front()))
                        off = std::ssize(group.members) - chosen;
                    break;
            }
            if (off == 0) continue;
            Violation& violation = start(ViolationKind::choice, group, group.place);
            violation.when = days_.first;
            violation.amount = off;
        }
    }

    void add_gates(const std::vector<plan::GateOutcome>& gates) {
        for (const plan::GateOutcome& outcome : gates) {
            const plan::Gate& gate = view_.plan.gates[outcome.gate.at()];
            if (!gate.firm || (outcome.date && outcome.late_days == 0) || gate.requires_done.empty()) continue;
            Violation& violation = start(ViolationKind::gate, gate, gate.due.place);
            violation.when = outcome.due;
            violation.amount = outcome.late_days;
            if (outcome.late_days > 0) violation.periods = {{outcome.due + std::chrono::days(1), *outcome.date}};
        }
    }

    const AnswerView& view_;
    const DayCount& days_;
    RuleBook rules_;
    std::map<PeriodKey, Day> first_days_;
    std::int32_t last_pool_ = -1;
    std::vector<Violation> found_;
};

}  // namespace

std::vector<Violation> list_violations(const AnswerView& view, const std::vector<plan::GateOutcome>& gates) {
    return Violations(view, gates).take();
}

}  // namespace masar::compile
