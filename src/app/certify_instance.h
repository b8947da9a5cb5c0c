#pragma once
// `solve --proof` and `schedule --proof`: the proof behind a proven answer, in a file for masar-verify.
#include "app/schedule_plan.h"
#include "engine/certify.h"

#include <string>
#include <string_view>

namespace masar::app {

struct CertificateRequest {
    std::string_view file;                     ///< where the certificate goes
    std::string about{};                       ///< of which plan's question it speaks; empty = of an instance
    std::optional<problem::Schedule> known{};  ///< the proven schedule; none = proven infeasible
    const base::StopFlag* stop = nullptr;      ///< may be null
};

/// Searches again and writes every step. Larger certificates than `most_bytes` are not written.
inline constexpr std::size_t most_certificate_bytes = std::size_t{512} << 20;
[[nodiscard]] base::Result<engine::Certificate> certify_instance(base::FileDoor& files, const problem::Problem& problem,
                                                                 const CertificateRequest& request);

[[nodiscard]] base::Error nothing_proven();

/// Of a plan: fails (limit) where its answer is not proven.
[[nodiscard]] base::Result<engine::Certificate> certify_plan(base::FileDoor& files, const ScheduledPlan& scheduled,
                                                             const LoadOptions& load,
                                                             const CertificateRequest& request);

}  // namespace masar::app
