#pragma once
// What it takes for the criteria of gates to hold: which options are chosen, in which modes and when, what that costs, and how sure it is
// that nothing cheaper would do.
#include "plan/timetable.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::plan {

enum class ImprovementStatus : std::uint8_t {
    cheapest,    ///< the criteria hold, and it is proven that no choice costs less
    holds,       ///< the criteria hold; something cheaper may exist
    impossible,  ///< proven: no choice makes them hold. What is shown comes nearest
    unknown,     ///< none found within the limits
};

/// What all other activities do.
enum class Holding : std::uint8_t {
    nothing,   ///< they move within windows, pools and ceilings
    earliest,  ///< they stand at their earliest dates; pools and ceilings are not considered
    baseline,  ///< they stand where a baseline has them
};

struct SideCost {
    SideIndex side;
    std::int64_t minor = 0;  ///< in the currency of the improvement
};

struct ChosenOption {
    ActivityIndex activity;
    std::int64_t minor = 0;
    std::vector<SideCost> sides;  ///< by side
};

/// An activity that runs in another mode than before.
struct ModeChange {
    ActivityIndex activity;
    int from = 0, to = 0;
    std::int64_t minor = 0;  ///< what it costs more
};

struct ImprovedCriterion {
    GateIndex gate;
    CriterionOutcome before, after;
    bool asked = true;  ///< one of those that are to hold
};

struct Improvement {
    ImprovementStatus status = ImprovementStatus::unknown;
    Holding holding = Holding::nothing;
    Timetable before, after;  ///< `after` is dated unless nothing at all was found
    std::vector<GateIndex> gates;
    std::vector<ImprovedCriterion> criteria;
    std::vector<ChosenOption> chosen;  ///< by start
    std::vector<ModeChange> modes;
    base::Currency currency;
    std::int64_t added_minor = 0;                   ///< cost of everything after, less that before
    std::optional<std::int64_t> least_added_minor;  ///< proven: no choice adds less
    std::vector<SideCost> sides;                    ///< of what is chosen, by side
    int moved = 0;                                  ///< activities that start elsewhere than before
    std::int64_t conflicts = 0;
    bool stopped = false;
};

}  // namespace masar::plan
