// What several pools say together of pairs and cliques of activities that cannot run at the same time. Implied, so never part of a
// proof that is written out, nor of an explanation, where each constraint has to speak for itself.
#include "engine/constraints/disjunctive_pairs.h"
#include "engine/constraints/energy_windows.h"
#include "engine/search/exclusions.h"
#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {

bool ModelBuilder::simple(std::int32_t activity) const {
    const ActivityVariables& its = variables(activity);
    return its.modes.empty() && surely(its.present) && problem_.activity(activity).fixed < 0
           && problem_.calendar_of(activity).every_day();
}

void ModelBuilder::add_disjunctive() {
    if (engine_.has_log() || options_.guard || !options_.redundant || model_.contradiction) return;
    if (!options_.settings.pairs && !options_.settings.cliques) return;
    const Exclusions exclusions(problem_, [this](std::int32_t activity) { return simple(activity); });
    const auto side = [&](std::int32_t activity) {
        return DisjunctivePair::Side{variables(activity).start, exclusions.days(activity)};
    };
    if (options_.settings.pairs) {
        std::vector<DisjunctivePair> pairs;
        for (const auto& [a, b] : exclusions.open_pairs()) {
            const Variable order = engine_.add_variable(0, 1);
            pairs.push_back({side(a), side(b), order});
            model_.orders.push_back({a, b, order});
        }
        if (!pairs.empty()) engine_.add(std::make_unique<DisjunctivePairs>(std::move(pairs)));
    }
    if (!options_.settings.cliques) return;
    for (const std::vector<std::int32_t>& clique : exclusions.cliques()) {
        CumulativeSetup machine{{}, {1}, {}};
        for (const std::int32_t each : clique)
            machine.tasks.push_back({variables(each).start, {exclusions.days(each)}, {1}, nullptr});
        engine_.add(std::make_unique<EnergyWindows>(std::move(machine)));
    }
}

}  // namespace masar::engine
