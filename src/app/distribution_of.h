#pragma once
// Values of a plan as distributions of a forecast.
#include "forecast/distribution.h"
#include "plan/plan.h"

namespace masar::app {

/// Three rising values in any unit, as reading guarantees them; certain when they are one.
[[nodiscard]] forecast::Distribution distribution_of(plan::EstimateForm form, forecast::ThreePoint points);
/// The form in which an activity's three values are read.
[[nodiscard]] plan::EstimateForm form_of(const plan::Plan& plan, const plan::Activity& activity);
/// Working days of one mode of an activity: its possible durations, else its three values.
[[nodiscard]] forecast::Distribution duration_of(const plan::Plan& plan, const plan::Activity& activity,
                                                 std::size_t mode);

[[nodiscard]] forecast::ThreePoint points_of(const plan::Duration& duration);
[[nodiscard]] forecast::ThreePoint points_of(const plan::Delay& delay);
[[nodiscard]] forecast::ThreePoint points_of(const plan::Factor& factor);

}  // namespace masar::app
