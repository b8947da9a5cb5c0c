#include "server/refused.h"

namespace masar::server {
namespace {

ProblemCode code_of(app::Refusal::Why why) {
    using enum app::Refusal::Why;
    switch (why) {
        case not_found: return ProblemCode::not_found;
        case not_allowed: return ProblemCode::not_allowed;
        case conflict: return ProblemCode::conflict;
        case changed_meanwhile: return ProblemCode::changed_meanwhile;
        case wrong_field: return ProblemCode::wrong_field;
        case wrong_plan: return ProblemCode::wrong_plan;
        case not_signed_in: return ProblemCode::not_signed_in;
        case too_many: return ProblemCode::too_many;
        case too_large: return ProblemCode::too_large;
        case storage: return ProblemCode::storage;
    }
    return ProblemCode::internal;
}

}  // namespace

Problem problem_of(const app::Refusal& refusal) {
    Problem problem{code_of(refusal.why), refusal.message, refusal.field, refusal.hint};
    for (const app::PlanFault& fault : refusal.faults)
        problem.parts.push_back({fault.code, fault.section, fault.id, fault.field, fault.message, fault.hint});
    if (!refusal.current.empty()) problem.members.emplace_back("current", refusal.current);
    problem.retry_seconds = static_cast<int>(refusal.retry_seconds);
    return problem;
}

}  // namespace masar::server
