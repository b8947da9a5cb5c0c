#pragma once
// What the variables and the constraints of a model stand for in the problem, so that a proof can be read by someone who knows only the
// problem (certify.h). Every variable is a function of the schedule.
#include <cstdint>
#include <vector>

namespace masar::engine {

enum class MeaningKind : std::uint8_t {
    unknown,    ///< said to nobody: such a model makes no certificate
    one,        ///< always 1
    start,      ///< of activity `index`
    end,        ///< of activity `index`
    duration,   ///< of activity `index`
    present,    ///< 1 = activity `index` takes part
    mode,       ///< 1 = activity `index` runs in mode `detail`, or would
    chosen,     ///< both at once
    units,      ///< that activity `index` takes of pool `detail`; 0 when left out
    charge,     ///< how many of `amounts` activity `index` reaches in budget `detail` and `period`
    cost,       ///< how many of `amounts` the cost of activity `index` reaches; that of one left out is 0
    lateness,   ///< of gate `index`
    moved,      ///< 1 = activity `index` is not where the baseline has it
    shift,      ///< days between activity `index` and the baseline; 0 when left out
    wishes,     ///< how many of `amounts` the wishes that activity `index` gives up reach; 0 when left out
    objective,  ///< value of objective `index` = amounts[0] * variable + amounts[1]
};

struct Meaning {
    MeaningKind kind = MeaningKind::unknown;
    std::int32_t index = -1, detail = -1, period = -1;
    std::vector<std::int64_t> amounts{};
};

enum class ConstraintKind : std::uint8_t { activity, link, pool, budget, reservoir, group, gate, objective, goal };

/// What a clause comes from. `activity`: the shape of one activity (modes, calendar, window, what it takes); `objective`: how its
/// value adds up, and the clauses that ask for a better one.
struct ConstraintName {
    ConstraintKind kind = ConstraintKind::activity;
    std::int32_t index = -1;
    std::int32_t period = -1;  ///< of a budget
};

}  // namespace masar::engine
