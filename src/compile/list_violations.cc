#include "compile/violation_sink.h"

#include <algorithm>
#include <utility>

namespace masar::compile {
namespace {

using calendar::Date;
using calendar::DatePeriod;
using plan::Violation;
using plan::ViolationKind;
using problem::Breach;
using problem::BreachKind;

class Violations {
public:
    Violations(const AnswerView& view, ViolationSink& sink) : view_(view), days_(view.compiled.days), sink_(sink) {}

    void find(const std::vector<plan::GateOutcome>& gates) {
        for (const Breach& breach : view_.answered.breaches) add(breach);
        add_choices();
        add_gates(gates);
    }

private:
    void add(const Breach& breach) {
        switch (breach.kind) {
            case BreachKind::shape: return add_activity(breach, ViolationKind::choice);
            case BreachKind::not_working: return add_activity(breach, ViolationKind::calendar);
            case BreachKind::fixed: return add_activity(breach, ViolationKind::fixed);
            case BreachKind::window_end:  // said with its cause, unless it is the end of all dates that is passed
                if (passes_horizon(breach.activity)) add_activity(breach, ViolationKind::window);
                return;
            case BreachKind::link: return add_link(breach);
            case BreachKind::pool: return add_pool(breach);
            case BreachKind::reservoir: return add_stock(breach);
            case BreachKind::window_start:
            case BreachKind::forbidden:  // both in broken_dates.cc
            case BreachKind::budget:     // in broken_budgets.cc
            case BreachKind::group:      // judged on the plan's own groups, which know of what takes no part
            case BreachKind::goal:       // criteria are judged by their trajectories
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
            sink_.start(kind, activity, kind == ViolationKind::calendar ? activity.calendar.place : activity.place);
        violation.when = view_.dates(breach.activity).first;
        violation.amount = breach.amount;
        violation.periods = {view_.dates(breach.activity)};
    }

    void add_link(const Breach& breach) {
        const LinkOrigin& origin = view_.compiled.links[static_cast<std::size_t>(breach.what)];
        if (origin.dependency < 0) return;  // a bound, said with its cause
        const plan::Activity& successor = view_.plan.activities[origin.successor.at()];
        const plan::Dependency& dependency = successor.after[static_cast<std::size_t>(origin.dependency)];
        Violation& violation = sink_.start(ViolationKind::link, successor, dependency.place);
        violation.other = view_.plan.activities[dependency.predecessor.value.at()].id;
        violation.when = view_.dates(view_.compiled.positions[origin.successor.at()]).first;
        violation.amount = breach.amount;
    }

    void add_pool(const Breach& breach) {
        const plan::ResourceIndex index = view_.compiled.pools[static_cast<std::size_t>(breach.what)];
        const plan::Resource& resource = view_.plan.resources[index.at()];
        const DatePeriod stretch{days_.date(breach.first_day), days_.date(breach.last_day)};
        // One violation per resource: the checker's stretches of one pool follow each other.
        const bool more =
            !sink_.found().empty() && sink_.found().back().kind == ViolationKind::resource && last_pool_ == breach.what;
        if (!more) {
            Violation& violation =
                sink_.start(ViolationKind::resource, resource, capacity_place(resource, stretch.first));
            violation.when = stretch.first;
        }
        last_pool_ = breach.what;
        sink_.found().back().amount = std::max(sink_.found().back().amount, breach.amount);
        sink_.found().back().periods.push_back(stretch);
    }

    static base::Place capacity_place(const plan::Resource& resource, Date day) {
        for (const plan::Resource::Reduction& each : resource.reductions)
            if (each.days.contains(day)) return each.place;
        return resource.capacity.place;
    }

    void add_stock(const Breach& breach) {
        const plan::StockIndex index = view_.compiled.reservoirs[static_cast<std::size_t>(breach.what)];
        const plan::Stock& stock = view_.plan.stocks[index.at()];
        Violation& violation = sink_.start(ViolationKind::stock, stock, stock.initial.place);
        violation.when = days_.date(breach.first_day);
        violation.amount = breach.amount;
        violation.periods = {{days_.date(breach.first_day), days_.date(breach.last_day)}};
    }

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
            Violation& violation = sink_.start(ViolationKind::choice, group, group.place);
            violation.when = days_.first;
            violation.amount = off;
        }
    }

    void add_gates(const std::vector<plan::GateOutcome>& gates) {
        for (const plan::GateOutcome& outcome : gates) {
            const plan::Gate& gate = view_.plan.gates[outcome.gate.at()];
            if (!gate.firm || (outcome.date && outcome.late_days == 0) || gate.requires_done.empty()) continue;
            Violation& violation = sink_.start(ViolationKind::gate, gate, gate.due.place);
            violation.when = outcome.due;
            violation.amount = outcome.late_days;
            if (outcome.late_days > 0) violation.periods = {{outcome.due + std::chrono::days(1), *outcome.date}};
        }
    }

    const AnswerView& view_;
    const DayCount& days_;
    ViolationSink& sink_;
    std::int32_t last_pool_ = -1;
};

}  // namespace

std::vector<Violation> list_violations(const AnswerView& view, const std::vector<plan::GateOutcome>& gates) {
    ViolationSink sink;
    add_broken_dates(view, sink);
    add_broken_budgets(view, sink);
    Violations(view, sink).find(gates);
    std::ranges::stable_sort(sink.found(), {}, &Violation::kind);
    return std::move(sink.found());
}

}  // namespace masar::compile
