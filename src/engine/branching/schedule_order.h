#pragma once
// Like a schedule-generation scheme: the activity that can start first is decided first, whether it takes part, in which mode, and then
// starts as early as it can. What is left over (amounts, ends, lateness) takes its least value.
#include "engine/branching/branching.h"

#include <vector>

namespace masar::engine {

struct OrderedActivity {
    Variable start = -1;
    Bound present;             ///< decided first
    std::vector<Bound> modes;  ///< then the first of these that is open; empty = one mode
};

class ScheduleOrder : public Branching {
public:
    /// `variables`: how many there are in all.
    ScheduleOrder(std::vector<OrderedActivity> activities, std::int32_t variables)
        : activities_(std::move(activities)), variables_(variables) {}
    [[nodiscard]] std::optional<Bound> choose(const Trail& trail) override;

private:
    [[nodiscard]] static std::optional<Bound> open_choice(const Trail& trail, const OrderedActivity& activity);

    std::vector<OrderedActivity> activities_;
    std::int32_t variables_;
};

}  // namespace masar::engine
