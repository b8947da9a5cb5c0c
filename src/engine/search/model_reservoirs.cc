// Reservoirs: one event per change and mode, a floor, and a ceiling as the floor of the mirrored stock.
#include "engine/constraints/reservoir.h"
#include "engine/search/model_builder.h"

#include <algorithm>

namespace masar::engine {

/// "Takes part and runs in this mode" as one literal.
Bound ModelBuilder::chosen_mode(std::int32_t activity, std::int32_t mode) {
    const Bound present = variables(activity).present, literal = mode_literal(activity, mode);
    if (surely(literal)) return present;
    if (surely(present)) return literal;
    const Bound both = at_least(new_choice({MeaningKind::chosen, activity, mode}), 1);
    clause({both.negated(), present});
    clause({both.negated(), literal});
    clause({both, present.negated(), literal.negated()});
    return both;
}

void ModelBuilder::add_reservoir(std::int32_t index) {
    const problem::Reservoir& reservoir = data_.reservoirs[static_cast<std::size_t>(index)];
    const Bound asked = guard({StatementKind::reservoir, index});
    ReservoirSetup floor{{}, reservoir.initial, reservoir.minimum, {}};
    if (!surely(asked)) floor.condition = asked;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const auto& modes = problem_.activity(i).modes;
        for (std::int32_t mode = 0; mode < static_cast<std::int32_t>(modes.size()); ++mode) {
            if (!possible_mode(i, mode)) continue;
            for (const problem::StockChange& change : modes[static_cast<std::size_t>(mode)].stock_changes) {
                if (change.reservoir != index || change.amount == 0) continue;
                const Event when = event(i, change.anchor);
                const bool plain = when.calendar == nullptr || when.calendar->every_day();
                floor.events.push_back({when.variable, plain ? nullptr : when.calendar, when.shift(), change.amount,
                                        chosen_mode(i, mode)});
            }
        }
    }
    if (static_cast<std::int64_t>(floor.events.size() + 1) * horizon_ > INT32_MAX) {
        unsupported_ = true;
        return;
    }
    ReservoirSetup ceiling = floor;
    ceiling.initial = -ceiling.initial;
    ceiling.floor = -reservoir.maximum;
    for (StockEvent& event : ceiling.events) event.amount = -event.amount;
    if (reservoir.minimum > -problem::unlimited) engine_.add(std::make_unique<Reservoir>(std::move(floor)));
    if (reservoir.maximum < problem::unlimited) engine_.add(std::make_unique<Reservoir>(std::move(ceiling)));
}

}  // namespace masar::engine
