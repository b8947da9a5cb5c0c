#pragma once
// Why a problem has no schedule: a smallest set of groups of statements that cannot hold together. This room's second public header.
#include "problem/schedule.h"
#include "problem/statement.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace masar::engine {

enum class ConflictStatus : std::uint8_t {
    conflict,  ///< proven: the groups of `members` cannot hold together; none = what is in no group cannot hold already
    feasible,  ///< all groups hold together: `schedule` shows it
    unknown,   ///< the limits were reached before either was proven
    unsupported,  ///< the problem has a part, or a size, that the exact search cannot say
};

struct ConflictLimits {
    std::int64_t conflicts = 1'000'000;   ///< of the engine, for the first proof; each re-check gets a tenth
    std::function<bool()> stop{};         ///< asked now and then; may be empty
    std::vector<std::int32_t> dropped{};  ///< groups that do not hold, rising
    bool shrink = true;                   ///< else the core of the first proof, never minimal
    /// Orders of all groups, the most wanted first: of the minimal conflicts to which they lead, and of that to which the first proof
    /// leads, the smallest is answered.
    std::vector<std::vector<std::int32_t>> preferences{};
};

struct ConflictSet {
    ConflictStatus status = ConflictStatus::unknown;
    std::vector<std::int32_t> members;  ///< indices of groups, rising
    /// Every member was dropped in turn, and the rest then had a schedule. False: some could not be decided within the limits.
    bool minimal = false;
    std::optional<problem::Schedule> schedule;  ///< has passed the checker
    std::int64_t conflicts = 0;
};

/// Each group holds or is dropped as a whole; a statement belongs to one group, and always holds if it is in none. The final core of
/// a search under assumptions (Eén, Sörensson 2003), then shrunk by deletion, where each drop that stays impossible takes its own
/// core with it. Deterministic without `stop`.
[[nodiscard]] ConflictSet find_conflict(const problem::Problem& problem,
                                        std::span<const std::vector<problem::Statement>> groups,
                                        const ConflictLimits& limits);

}  // namespace masar::engine
