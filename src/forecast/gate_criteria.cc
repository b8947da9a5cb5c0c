#include "forecast/gate_criteria.h"

namespace masar::forecast {
namespace {

plan::CriterionOutcome judge(const plan::Criterion& criterion, calendar::Date due,
                             std::span<const Trajectory> trajectories) {
    plan::CriterionOutcome outcome{criterion.indicator.value, criterion.comparison, criterion.value, std::nullopt,
                                   false};
    if (!criterion.indicator.value.known()) return outcome;
    const auto value = trajectories[criterion.indicator.value.at()].value_on(due);
    if (!value) return outcome;
    outcome.value = value->number;
    outcome.met = meets(*value, criterion.comparison, criterion.value);
    return outcome;
}

}  // namespace

plan::Timetable with_gate_criteria(const plan::Plan& plan, plan::Timetable timetable,
                                   std::span<const Trajectory> trajectories) {
    for (plan::GateOutcome& outcome : timetable.gates) {
        outcome.criteria.clear();
        for (const plan::Criterion& criterion : plan.gates[outcome.gate.at()].criteria)
            outcome.criteria.push_back(judge(criterion, outcome.due, trajectories));
    }
    return timetable;
}

}  // namespace masar::forecast
