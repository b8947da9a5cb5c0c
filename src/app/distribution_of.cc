#include "app/distribution_of.h"

namespace masar::app {

using forecast::Distribution;
using forecast::ThreePoint;
using plan::EstimateForm;

namespace {

base::Result<Distribution> made(EstimateForm form, ThreePoint points) {
    switch (form) {
        case EstimateForm::triangular: return Distribution::triangular(points);
        case EstimateForm::uniform: return Distribution::uniform(points.low, points.high);
        case EstimateForm::trigen: return Distribution::trigen(points);
        case EstimateForm::lognormal:
            // The classic formulas of PERT: the only mean and deviation that three values agree on.
            return Distribution::lognormal((points.low + 4 * points.mode + points.high) / 6,
                                           (points.high - points.low) / 6);
        case EstimateForm::pert:
        case EstimateForm::certain: break;
    }
    return Distribution::pert_beta(points);
}

}  // namespace

Distribution distribution_of(EstimateForm form, ThreePoint points) {
    if (points.low == points.high || form == EstimateForm::certain) return Distribution::certain(points.mode);
    return made(form, points).value_or(Distribution::certain(points.mode));  // rising values are never refused
}

EstimateForm form_of(const plan::Plan& plan, const plan::Activity& activity) {
    return activity.estimate.value_or(plan.estimates);
}

Distribution duration_of(const plan::Plan& plan, const plan::Activity& activity, std::size_t mode) {
    const plan::Mode& chosen = activity.modes[mode];
    if (chosen.possible.empty()) return distribution_of(form_of(plan, activity), points_of(chosen.duration.value));
    std::vector<Distribution::Value> values;
    for (const plan::PossibleDuration& each : chosen.possible)
        values.push_back({static_cast<double>(each.working_days), each.part.to_double()});
    if (values.size() == 1) return Distribution::certain(values.front().value);
    const double first = values.front().value;
    return Distribution::discrete(std::move(values)).value_or(Distribution::certain(first));
}

ThreePoint points_of(const plan::Duration& duration) {
    const auto& days = duration.working_days;
    return {static_cast<double>(days[0]), static_cast<double>(days[1]), static_cast<double>(days[2])};
}

ThreePoint points_of(const plan::Delay& delay) {
    return {static_cast<double>(delay.days[0]), static_cast<double>(delay.days[1]), static_cast<double>(delay.days[2])};
}

ThreePoint points_of(const plan::Factor& factor) {
    return {factor.value[0].to_double(), factor.value[1].to_double(), factor.value[2].to_double()};
}

}  // namespace masar::app
