#pragma once
// What a service refused, as a problem.
#include "app/workspace/refusal.h"
#include "server/http/problem_document.h"

namespace masar::server {

[[nodiscard]] Problem problem_of(const app::Refusal& refusal);
[[nodiscard]] inline tl::unexpected<Problem> refused(const app::Refusal& refusal) {
    return tl::unexpected<Problem>(problem_of(refusal));
}

}  // namespace masar::server
