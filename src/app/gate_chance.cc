#include "app/gate_chance.h"

#include "app/forecast_of.h"

namespace masar::app {

std::optional<plan::Sampled> gate_chance(const LoadedPlan& loaded, const problem::Schedule& planned,
                                         std::int64_t samples, const forecast::SimulationRun& run) {
    if (!is_uncertain(loaded.plan)) return std::nullopt;
    const RiskBookResult made = make_risk_book(loaded, planned);
    if (!made.book) return std::nullopt;
    forecast::SimulationOptions options;
    options.samples = samples;
    options.measures = {false, false, false, true, false};
    const auto tally = forecast::simulate({made.book->problem, made.book->planned, made.book->model}, options, run);
    if (!tally || tally->samples() == 0) return std::nullopt;
    return forecast_of(loaded, *made.book, *tally).all_gates_pass;
}

}  // namespace masar::app
