#include "engine/branching/schedule_order.h"

#include <tuple>

namespace masar::engine {
namespace {

bool open(const Trail& trail, Bound bound) { return !trail.is_true(bound) && !trail.is_false(bound); }

}  // namespace

std::optional<Bound> ScheduleOrder::open_choice(const Trail& trail, const OrderedActivity& activity) {
    if (open(trail, activity.present)) return activity.present;
    for (const Bound mode : activity.modes)
        if (open(trail, mode)) return mode;
    if (trail.fixed(activity.start)) return std::nullopt;
    return at_most(activity.start, trail.least(activity.start));
}

std::optional<Bound> ScheduleOrder::choose(const Trail& trail) {
    std::optional<std::tuple<std::int32_t, std::int32_t>> best;
    std::optional<Bound> choice;
    for (const OrderedActivity& activity : activities_) {
        const std::tuple key(trail.least(activity.start), trail.greatest(activity.start));
        if (best && key >= *best) continue;
        const std::optional<Bound> its = open_choice(trail, activity);
        if (!its) continue;
        best = key;
        choice = its;
    }
    if (choice) return choice;
    for (Variable x = 0; x < variables_; ++x)
        if (!trail.fixed(x)) return at_most(x, trail.least(x));
    return std::nullopt;
}

}  // namespace masar::engine
