#include "app/failed_criteria.h"

#include "compile/member_readers.h"
#include "forecast/trajectory.h"
#include "plan/readers.h"

#include <algorithm>

namespace masar::app {
namespace {

using plan::FailedCriterion;

bool at_least(const FailedCriterion& failed) { return failed.comparison == plan::Comparison::at_least; }

void add_best(const forecast::Trajectory& trajectory, FailedCriterion& failed) {
    for (const calendar::Date day : trajectory.events()) {
        if (day > failed.on) break;
        const auto value = trajectory.value_on(day);
        if (!value) continue;
        const bool better =
            !failed.best || (at_least(failed) ? value->number > *failed.best : value->number < *failed.best);
        if (!better) continue;
        failed.best = value->number;
        failed.best_on = day;
    }
}

struct Helper {
    plan::ActivityIndex activity;
    double effect = 0;
};

/// Options left out that move the indicator the right way, the strongest first.
std::vector<Helper> helpers(const plan::Plan& plan, const plan::Timetable& timetable, const FailedCriterion& failed) {
    std::vector<Helper> found;
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
        const plan::Activity& activity = plan.activities[i];
        if (timetable.activities[i].chosen || activity.progress.status == plan::Status::cancelled) continue;
        double effect = 0;
        for (const plan::Effect& each : activity.effects)
            if (each.indicator.value == failed.indicator) effect += each.change.to_double();
        if (!at_least(failed)) effect = -effect;
        if (effect > 0) found.push_back({base::index_of<plan::ActivityIndex>(i), effect});
    }
    std::ranges::stable_sort(found, std::greater<>(), &Helper::effect);
    return found;
}

/// As few as close the gap at their full effect; none when all together do not.
void add_helpful(const plan::Plan& plan, const plan::Timetable& timetable, FailedCriterion& failed) {
    if (!failed.value) return;
    double gap = failed.wanted.to_double() - *failed.value;
    if (!at_least(failed)) gap = -gap;
    for (const Helper& each : helpers(plan, timetable, failed)) {
        if (gap <= 0) break;
        failed.helpful.push_back(each.activity);
        gap -= each.effect;
    }
    if (gap > 0) failed.helpful.clear();
}

std::vector<plan::SideIndex> readers(const plan::Plan& plan, const plan::Gate& gate, plan::IndicatorIndex indicator) {
    const auto of_gate = plan::readers_of(plan, gate, "when");
    const auto of_indicator = plan::readers_of(plan, plan.indicators[indicator.at()]);
    std::vector<plan::SideIndex> sides;
    for (std::size_t side = 0; side < plan.sides.size(); ++side)
        if (of_gate[side] && of_indicator[side]) sides.push_back(base::index_of<plan::SideIndex>(side));
    return sides;
}

}  // namespace

std::vector<FailedCriterion> failed_criteria(const plan::Plan& plan, const plan::Timetable& timetable,
                                             plan::GateIndex gate) {
    std::vector<FailedCriterion> found;
    const auto trajectories = forecast::trajectories_of(plan, timetable);
    for (const plan::GateOutcome& outcome : timetable.gates) {
        if (gate.known() && outcome.gate != gate) continue;
        const plan::Gate& source = plan.gates[outcome.gate.at()];
        for (std::size_t i = 0; i < outcome.criteria.size(); ++i) {
            const plan::CriterionOutcome& criterion = outcome.criteria[i];
            if (criterion.met) continue;
            FailedCriterion failed;
            failed.gate = outcome.gate;
            failed.on = outcome.due;
            failed.indicator = criterion.indicator;
            failed.comparison = criterion.comparison;
            failed.wanted = criterion.wanted;
            failed.value = criterion.value;
            failed.place = i < source.criteria.size() ? source.criteria[i].place : source.place;
            failed.readers = readers(plan, source, criterion.indicator);
            add_best(trajectories[criterion.indicator.at()], failed);
            add_helpful(plan, timetable, failed);
            found.push_back(std::move(failed));
        }
    }
    return found;
}

}  // namespace masar::app
