// Links of every kind: a straight difference where no calendar and no mode bends it, a table elsewhere.
#include "engine/search/model_builder.h"

#include "problem/link_bound.h"

#include <algorithm>

namespace masar::engine {

using problem::Anchor;
using problem::Sense;

void ModelBuilder::add_link(std::int32_t index) {
    const problem::Link& link = data_.links[static_cast<std::size_t>(index)];
    const Event from = event(link.from, link.from_anchor), to = event(link.to, link.to_anchor);
    const std::vector<Bound> conditions{variables(link.from).present, variables(link.to).present,
                                        guard({StatementKind::link, index})};
    const bool every_day = data_.work_times[static_cast<std::size_t>(link.calendar)].every_day();
    if (every_day && from.straight() && to.straight()) {
        const bool inclusive = link.from_anchor == Anchor::start && link.to_anchor == Anchor::finish;
        const std::int32_t distance = link.lag + (inclusive ? 1 : 0) + from.shift() - to.shift();
        if (link.sense == Sense::at_least)
            difference({from.variable, to.variable, distance}, conditions);
        else
            difference({to.variable, from.variable, -distance}, conditions);
        return;
    }
    if (link.sense == Sense::at_least) {
        table(
            from.variable, to.variable,
            [&](std::int32_t value) {
                const Day day = from.day(value);
                return to.reaching(problem::link_bound(problem_, link, {day, day}));
            },
            conditions);
    } else {
        table(
            to.variable, from.variable,
            [&](std::int32_t value) { return from.reaching(problem::link_needed(problem_, link, to.day(value))); },
            conditions);
    }
}

}  // namespace masar::engine
