#pragma once
// What it takes for the criteria of gates to hold: which options are chosen, in which modes and when, what that costs, and how sure it is
// that nothing cheaper would do.
#include "plan/forecast.h"
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

/// How far ahead of a gate's due date its work is planned to be ready.
struct GateBuffer {
    GateIndex gate;
    calendar::Date due;
    std::optional<calendar::Date>
        ready;             ///< last planned finish of what it requires; none = requires what takes no part
    int days = 0;          ///< from `ready` to `due`; negative = planned too late
    int days_without = 0;  ///< the same in the answer that makes the criteria hold as planned and no more
    Sampled pass;          ///< by itself, with these buffers
    std::optional<calendar::Date> promise;  ///< where the confidence is out of reach: a due date with which it holds
};

/// How far on the safe side of a gate's criterion the planned value lies.
struct CriterionMargin {
    GateIndex gate;
    IndicatorIndex indicator;
    base::Decimal wanted;
    double value = 0, margin = 0;  ///< planned; what it has in hand, negative = it fails
};

/// Dates with buffers, so that all gates asked about hold together as surely as wanted. Chances come from samples that were not used
/// to choose the buffers.
struct RobustDates {
    double wanted = 0;
    bool reached = false;
    Sampled without, with;  ///< all gates together: as planned and no more; with buffers
    std::vector<GateBuffer> gates;
    std::vector<CriterionMargin> criteria;
    std::int64_t added_minor = 0;     ///< planned cost over the answer without buffers, in the improvement's currency
    std::int64_t expected_minor = 0;  ///< the same of what is spent on average, in `expected_currency`
    base::Currency expected_currency;
    int end_days = 0;             ///< by which the plan ends later than without buffers
    int moved = 0;                ///< activities that start on another day than without buffers …
    std::int64_t moved_days = 0;  ///< … by so many days in all
    bool promised = false;        ///< whether later due dates were found with which the confidence holds
    std::int64_t samples = 0;
    std::uint64_t seed = 0, check_seed = 0;
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
    std::optional<RobustDates> robust;  ///< where a confidence was asked for and dates were found
};

}  // namespace masar::plan
