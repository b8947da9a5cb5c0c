// Distance from a baseline.
#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {

using problem::not_in_baseline;

/// One choice per activity: moved unless it takes part and starts where it was.
void ModelBuilder::add_moved() {
    StepSumSetup sum;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const Day before = data_.baseline[static_cast<std::size_t>(i)];
        if (before == not_in_baseline) continue;
        const ActivityVariables& its = variables(i);
        const Bound moved = at_least(new_choice({MeaningKind::moved, i}), 1);
        for (const Bound stays : {its.present, at_least(its.start, before), at_most(its.start, before)})
            clause({moved, stays});
        sum.terms.push_back({moved.side, 0, {{moved.value, 1}}});
    }
    add_weighted(std::move(sum), 0);
}

/// Days away, early or late: at least both differences; the start of what is left out counts for nothing.
void ModelBuilder::add_shift() {
    StepSumSetup sum;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const Day before = data_.baseline[static_cast<std::size_t>(i)];
        if (before == not_in_baseline) continue;
        const ActivityVariables& its = variables(i);
        const std::int32_t latest = engine_.trail().greatest(its.start), earliest = engine_.trail().least(its.start);
        const Variable days =
            named(engine_.add_variable(0, std::max({0, latest - before, before - earliest})), {MeaningKind::shift, i});
        difference({its.start, days, -before}, {its.present});
        StepSumSetup early{{{upper(its.start), 1, {}}, {upper(days), 1, {}}}, -std::int64_t{before}, {}};
        if (!surely(its.present)) early.condition = its.present;
        engine_.add(std::make_unique<StepSum>(std::move(early)));
        sum.terms.push_back({lower(days), 1, {}});
    }
    add_weighted(std::move(sum), 0);
}

}  // namespace masar::engine
