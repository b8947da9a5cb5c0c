#include "forecast/draw_plan.h"

#include <algorithm>

namespace masar::forecast {

DrawPlan::DrawPlan(const Situation& of, const SimulationNetwork& over, const SimulationOptions& with)
    : situation(of), network(over), options(with) {
    for (const UncertainDuration& each : of.model.durations) durations.push_back(tables.spec_of(each.days));
    costs = of.model.costs.empty() ? costs_of(of.problem, of.planned) : of.model.costs;
    for (const CostLine& line : costs) cost_factors.push_back(tables.spec_of(line.factor));
    take_drivers();
    take_events();
    take_groups();
}

void DrawPlan::take_drivers() {
    const auto& risks = situation.model.drivers;
    for (std::size_t i = 0; i < risks.size(); ++i) {
        TakenDriver taken;
        if (const DriverCase* now = case_of(risks[i], treatment_at(options.drivers, i)))
            taken = {true, static_cast<float>(now->probability), tables.spec_of(now->factor)};
        drivers.push_back(taken);
    }
}

void DrawPlan::take_events() {
    const auto& risks = situation.model.events;
    for (std::size_t i = 0; i < risks.size(); ++i) {
        TakenEvent taken;
        if (const EventCase* now = case_of(risks[i], treatment_at(options.events, i)))
            taken = {true,
                     static_cast<float>(now->probability),
                     tables.spec_of(now->days),
                     tables.spec_of(now->cost),
                     now->cost.mean(),
                     0};
        taken.first_draw = event_draws;
        event_draws += risks[i].seasons.empty() ? 3 : 4 * static_cast<std::int32_t>(risks[i].seasons.size());
        events.push_back(taken);
    }
}

void DrawPlan::take_groups() {
    const RiskModel& model = situation.model;
    for (const CorrelationGroup& group : model.correlations) {
        Matrix normal = group.correlation;
        const auto of = [&](std::int32_t member) -> const Distribution& {
            return model.durations[static_cast<std::size_t>(group.members[static_cast<std::size_t>(member)])].days;
        };
        for (std::int32_t i = 0; i < normal.size; ++i)
            for (std::int32_t j = 0; j < i; ++j)
                normal.at(i, j) = normal.at(j, i) =
                    normal_correlation(group.correlation.at(i, j), group.measure, of(i), of(j));
        // Turning the measure cell by cell may leave a matrix that is just no longer one.
        if (find_correlation_fault(normal)) normal = nearest_correlation(normal);
        groups.push_back({group.members, cholesky(normal)});
    }
}

std::int32_t DrawPlan::draws(Purpose purpose) const {
    const auto count = [](const auto& of) { return static_cast<std::int32_t>(of.size()); };
    switch (purpose) {
        case Purpose::durations: return count(durations);
        case Purpose::drivers: return 2 * count(drivers);
        case Purpose::events: return event_draws;
        case Purpose::branches: return count(situation.model.branches);
        case Purpose::costs: {  // certain ones after the last uncertain one need none
            const auto last = std::find_if(cost_factors.rbegin(), cost_factors.rend(), [](const ValueSpec& factor) {
                return factor.form != ValueSpec::Form::certain;
            });
            return static_cast<std::int32_t>(cost_factors.rend() - last);
        }
    }
    return 0;
}

}  // namespace masar::forecast
