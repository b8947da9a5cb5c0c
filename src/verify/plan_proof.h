#pragma once
// A certificate about a plan: the plan is read and made a problem again, as the certificate's line `plan ESTIMATE SHIFT OPTION…` says,
// and the rest is checked against that problem. What reads and compiles plans is shared with masar; nothing of the engine is.
#include "base/doors.h"
#include "verify/verifier.h"

namespace masar::verify {

/// Whether a certificate says that it is about a plan.
[[nodiscard]] bool about_plan(std::string_view certificate);

/// Fails when the plan cannot be read, has errors, or is not such that it can be the question.
[[nodiscard]] base::Result<Verdict> verify_plan(const base::FileDoor& files, std::string_view path,
                                                std::string_view certificate);

}  // namespace masar::verify
