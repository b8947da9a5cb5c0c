#pragma once
// The proof behind an answer, written out so that a program that shares no code with this room can check it (src/verify). This room's
// third public header.
#include "problem/schedule.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace masar::engine {

enum class CertificateStatus : std::uint8_t {
    optimal,      ///< proves that no schedule is better than `best`
    infeasible,   ///< proves that there is no schedule
    limit,        ///< ran out of conflicts or was stopped: what was written proves nothing
    unsupported,  ///< the problem has a part, or a size, that the exact search cannot say
};

struct CertificateOptions {
    std::int64_t conflicts = 1'000'000;
    std::string_view about{};                       ///< a line that says where the problem comes from; empty = none
    std::function<bool()> stop{};                   ///< asked now and then; may be empty
    std::function<void(std::string_view)> write{};  ///< is handed whole lines, many at a time
};

struct Certificate {
    CertificateStatus status = CertificateStatus::limit;
    std::optional<problem::Schedule> best;  ///< what is proven optimal; has passed the checker
    std::int64_t conflicts = 0, bytes = 0;
};

/// Searches again, from `known` (checked; empty = nothing known) down, and writes every step. Deterministic without `stop`.
[[nodiscard]] Certificate certify(const problem::Problem& problem, std::optional<problem::Schedule> known,
                                  const CertificateOptions& options);

}  // namespace masar::engine
