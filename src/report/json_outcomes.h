#pragma once
// The JSON of what the dates bring.
#include "base/json_writer.h"
#include "plan/forecast.h"

namespace masar::report {

/// "outcomes": [{id, years: [{year, last, end, peak, peak_on, trough, trough_on, target, met, shortfall, reached}]}].
void write_outcomes(base::JsonWriter& json, const plan::Plan& plan, const plan::Outcomes& outcomes);
/// "worth": [{id, gates_lost, gates: [{gate, required, indicator, before, after, decides, chance}], targets: [{indicator, year, before, after}]}]; chance
/// {value, error} is null where nothing was simulated.
void write_worth(base::JsonWriter& json, const plan::Plan& plan, const plan::Outcomes& outcomes,
                 std::span<const plan::LostChance> lost);

}  // namespace masar::report
