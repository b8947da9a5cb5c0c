#pragma once
// What can be said for certain without search: lower bounds of the objectives, and that no schedule exists.
// Critical path with windows, resource energy, gate lateness at the earliest ends. Everything here is proven: modes are
// relaxed to the shortest, options are left out, and where that would not be a relaxation nothing is claimed.
#include "engine/core/instance.h"
#include "problem/passes.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::engine {

struct Proofs {
    bool infeasible = false;
    std::vector<std::optional<std::int64_t>> bounds;  ///< per objective; empty = nothing proven
    /// Earliest dates with windows, latest dates for the bound of the makespan. Guidance where `dated` is false.
    problem::Passes outlook;
    bool dated = false;  ///< whether the outlook's earliest dates are proven for every mode
    Day makespan = 0;    ///< proven; 0 when nothing is
};

[[nodiscard]] Proofs prove(const Instance& instance);

/// What the energy argument looks at.
struct Energy {
    const problem::Passes& earliest;  ///< heads
    const problem::Passes& latest;    ///< latest ends under windows and horizon
    std::vector<Day> tails;           ///< days that must follow each activity's end; empty = none known
};
/// Work that can only be done between two days must fit between them. The least makespan that this allows; nothing when not
/// even the horizon does.
[[nodiscard]] std::optional<Day> energy_bound(const Instance& instance, const Energy& energy);

}  // namespace masar::engine
