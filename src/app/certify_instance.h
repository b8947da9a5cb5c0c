#pragma once
// `solve --proof`: the proof behind a proven answer, in a file for masar-verify.
#include "base/doors.h"
#include "base/progress.h"
#include "engine/certify.h"

#include <string>
#include <string_view>

namespace masar::app {

struct CertificateRequest {
    std::string_view file;                     ///< where the certificate goes
    std::optional<problem::Schedule> known{};  ///< the proven schedule; none = proven infeasible
    const base::StopFlag* stop = nullptr;      ///< may be null
};

/// Searches again and writes every step. Larger certificates than `most_bytes` are not written.
inline constexpr std::size_t most_certificate_bytes = std::size_t{512} << 20;
[[nodiscard]] base::Result<engine::Certificate> certify_instance(base::FileDoor& files, const problem::Problem& problem,
                                                                 const CertificateRequest& request);

}  // namespace masar::app
