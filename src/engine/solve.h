#pragma once
// Given a problem, limits and a seed: the best schedule the engine can find and the best bound it can prove.
// The only header of this room for others.
#include "base/progress.h"
#include "problem/checker.h"
#include "problem/schedule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::engine {

struct Limits {
    /// Counted as in Kolisch, Hartmann 2006: each generation pass is one, both passes of forward-backward improvement too.
    /// At most so many are made; 0 = default_schedules(problem).
    std::int64_t schedules = 0;
    /// Of the exact search that follows the schedules; absent = default_conflicts(problem), or none where schedules are given.
    std::optional<std::int64_t> conflicts;
    std::optional<double> seconds;  ///< when set, the clock rules and the answer may differ from run to run
    std::int32_t threads = 1;       ///< executes the same logical workers; never changes the answer under a count
    std::uint64_t seed = 1;
    bool stop_when_proven = true;  ///< stop once every objective equals its bound
};

enum class Status : std::uint8_t {
    optimal,     ///< a checked schedule whose objectives all equal their proven bounds
    feasible,    ///< a checked schedule that holds
    infeasible,  ///< proven: no schedule exists
    unknown,     ///< none found within the limits; `best_effort` shows how near it came
};

struct Answer {
    Status status = Status::unknown;
    std::optional<problem::Schedule> schedule;     ///< has passed the checker
    std::optional<problem::Schedule> best_effort;  ///< when none holds: the fewest breaches found
    std::vector<problem::Breach> breaches;         ///< of best_effort
    std::vector<std::int64_t> objective;           ///< per problem objective; of schedule or best_effort
    /// Proven lower bounds; empty optional = none proven. Where all objectives before it are proven, an objective's bound is for
    /// their optimum, else for itself alone.
    std::vector<std::optional<std::int64_t>> bound;
    std::int64_t schedules = 0;    ///< generation passes made
    std::int64_t conflicts = 0;    ///< met by the exact search
    double search_seconds = 0;     ///< time in search, reading excluded
    bool stopped = false;          ///< ended before its limits: from outside (Ctrl-C, cancelled) or short of memory
    bool short_of_memory = false;  ///< a part of the search, or all of it, ended for want of memory
};

struct Run {
    Limits limits;
    const base::StopFlag* stop = nullptr;  ///< may be null
    base::Progress* progress = nullptr;    ///< may be null; called from the coordinating thread only
    double (*now_seconds)() = nullptr;     ///< needed for limits.seconds and search_seconds; may be null
    /// A schedule to begin from; may be null. Where it holds, nothing worse is answered.
    const problem::Schedule* known = nullptr;
    /// Per objective: what lies above is no answer, and all that is proven is proven for what lies at or below. Empty = none.
    std::vector<std::optional<std::int64_t>> ceilings{};
};

/// The default limit, by size n and not by clock: 10^6 / n schedules, above 3,000 activities 3·10^9 / n², because a pass over
/// a fuller calendar looks further; between 10 and 5,000.
[[nodiscard]] std::int64_t default_schedules(const problem::Problem& problem);

/// The default limit of the exact search, by size: between 500 and 20,000 conflicts; 0 where it has no prospect.
[[nodiscard]] std::int64_t default_conflicts(const problem::Problem& problem);

/// Short of memory, it answers with the best so far; std::bad_alloc leaves it only when there is nothing to answer with.
[[nodiscard]] Answer solve(const problem::Problem& problem, const Run& run);

/// Proven lower bounds without search only (critical path and resource energy), per objective.
[[nodiscard]] std::vector<std::optional<std::int64_t>> lower_bounds(const problem::Problem& problem);

}  // namespace masar::engine
