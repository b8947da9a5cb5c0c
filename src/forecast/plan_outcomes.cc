#include "forecast/plan_outcomes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace masar::forecast {
namespace {

using plan::ActivityIndex;
using plan::IndicatorIndex;

plan::Comparison wanted_way(const plan::Indicator& indicator) {
    return indicator.better == plan::Better::up ? plan::Comparison::at_least : plan::Comparison::at_most;
}

/// The earliest year at whose end the target of another one holds.
std::optional<int> reached(const std::vector<plan::IndicatorYear>& years, const Trajectory& trajectory,
                           const plan::Indicator& indicator, base::Decimal target) {
    for (const plan::IndicatorYear& each : years)
        if (const auto value = trajectory.value_on(each.last); value && meets(*value, wanted_way(indicator), target))
            return each.year;
    return std::nullopt;
}

plan::IndicatorOutcome outcome_of(const plan::Plan& plan, IndicatorIndex index, const Trajectory& trajectory) {
    const plan::Indicator& indicator = plan.indicators[index.at()];
    const calendar::FiscalYear fiscal =
        indicator.year_of.value.known() ? plan.sides[indicator.year_of.value.at()].fiscal_year : calendar::FiscalYear{};
    plan::IndicatorOutcome outcome{index, {}};
    for (const YearValues& each : trajectory.years()) {
        plan::IndicatorYear year{each.year,      fiscal.days_of(each.year).last,
                                 each.end,       each.peak,
                                 each.trough,    each.peak_on,
                                 each.trough_on, each.target,
                                 each.target_met};
        if (!year.met) year.shortfall = std::abs(each.target->to_double() - each.end);
        outcome.years.push_back(year);
    }
    for (plan::IndicatorYear& each : outcome.years)
        if (each.target) each.reached = reached(outcome.years, trajectory, indicator, *each.target);
    return outcome;
}

/// What is missing without one activity.
class Removal {
public:
    Removal(const plan::Plan& plan, const plan::Timetable& timetable, const std::vector<Trajectory>& with)
        : plan_(plan), timetable_(timetable), with_(with), changes_(changes_of(plan, timetable)) {}

    plan::ActivityWorth worth(ActivityIndex activity) {
        plan::ActivityWorth worth{activity, {}, {}, 0};
        without_.clear();
        for (const plan::Effect& effect : plan_.activities[activity.at()].effects)
            if (effect.indicator.value.known())
                without_.try_emplace(effect.indicator.value, remade(effect.indicator.value, activity));
        for (const plan::GateOutcome& gate : timetable_.gates) add_gate(gate, worth);
        for (const auto& [indicator, trajectory] : without_) add_targets(indicator, trajectory, worth);
        return worth;
    }

private:
    [[nodiscard]] Trajectory remade(IndicatorIndex indicator, ActivityIndex activity) const {
        std::vector<Change> fewer = changes_[indicator.at()];
        std::erase_if(fewer, [&](const Change& each) { return each.cause == activity; });
        return trajectory_with(plan_, timetable_, indicator, std::move(fewer));
    }

    void add_gate(const plan::GateOutcome& gate, plan::ActivityWorth& worth) const {
        const plan::Gate& source = plan_.gates[gate.gate.at()];
        const bool passes =
            gate.date && gate.late_days == 0 && std::ranges::all_of(gate.criteria, &plan::CriterionOutcome::met);
        bool lost = false;
        if (std::ranges::any_of(source.requires_done, [&](const auto& each) { return each.value == worth.activity; })) {
            worth.gates.push_back({gate.gate, {}, {}, {}, gate.date && gate.late_days == 0});
            lost = true;
        }
        for (const plan::CriterionOutcome& each : gate.criteria) {
            const auto changed = without_.find(each.indicator);
            if (changed == without_.end()) continue;
            const auto value = changed->second.value_on(gate.due);
            const bool holds = value && meets(*value, each.comparison, each.wanted);
            if (value && each.value && value->number == *each.value) continue;
            worth.gates.push_back({gate.gate, each.indicator, each.value,
                                   value ? std::optional(value->number) : std::nullopt, each.met && !holds});
            lost = lost || (each.met && !holds);
        }
        worth.gates_lost += passes && lost ? 1 : 0;
    }

    void add_targets(IndicatorIndex indicator, const Trajectory& without, plan::ActivityWorth& worth) const {
        const auto& before = with_[indicator.at()].years();
        const auto& after = without.years();
        for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
            if (before[i].target && before[i].target_met && !after[i].target_met)
                worth.targets.push_back({indicator, before[i].year, before[i].end, after[i].end});
    }

    const plan::Plan& plan_;
    const plan::Timetable& timetable_;
    const std::vector<Trajectory>& with_;
    std::vector<std::vector<Change>> changes_;  ///< by IndicatorIndex
    std::map<IndicatorIndex, Trajectory> without_;
};

/// The greatest part of what a criterion asks for that goes with the activity.
double greatest_loss(const plan::ActivityWorth& worth) {
    double greatest = 0;
    for (const plan::GateLoss& each : worth.gates) {
        if (!each.before || !each.after) continue;
        const double size = std::max(std::abs(*each.before), 1e-9);
        greatest = std::max(greatest, std::abs(*each.before - *each.after) / size);
    }
    return greatest;
}

auto rank(const plan::ActivityWorth& worth) {
    const auto decided = std::ranges::count_if(worth.gates, &plan::GateLoss::decides);
    return std::tuple(worth.gates_lost, decided, worth.targets.size(), greatest_loss(worth));
}

}  // namespace

plan::Outcomes outcomes_of(const plan::Plan& plan, const plan::Timetable& timetable) {
    plan::Outcomes outcomes;
    const std::vector<Trajectory> trajectories = trajectories_of(plan, timetable);
    for (std::size_t i = 0; i < trajectories.size(); ++i)
        outcomes.indicators.push_back(outcome_of(plan, base::index_of<IndicatorIndex>(i), trajectories[i]));
    Removal removal(plan, timetable, trajectories);
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        if (!timetable.activities[i].chosen) continue;
        auto worth = removal.worth(base::index_of<ActivityIndex>(i));
        if (!worth.gates.empty() || !worth.targets.empty()) outcomes.worth.push_back(std::move(worth));
    }
    std::ranges::stable_sort(outcomes.worth, std::greater<>(), rank);
    return outcomes;
}

}  // namespace masar::forecast
