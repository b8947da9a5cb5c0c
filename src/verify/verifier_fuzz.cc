// Any text as a certificate about one small problem: it may be refused, but nothing that is not true may be accepted.
#include "problem/brute_force.h"
#include "problem/generate_instance.h"
#include "verify/verifier.h"

#include <cstddef>
#include <cstdlib>

namespace {

using masar::problem::Shape;

const masar::problem::Problem& subject() {
    static const auto problem = masar::problem::generate_instance(
        {.activities = 4,
         .pools = 1,
         .longest_duration = 3,
         .tightness = 0.9,
         .shapes = {Shape::modes, Shape::budgets, Shape::groups, Shape::reservoirs, Shape::gates},
         .seed = 4});
    return problem;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const auto truth = masar::problem::search_all(subject());
    const auto verdict = masar::verify::verify(subject(), {reinterpret_cast<const char*>(bytes), size});
    if (!verdict.accepted()) return 0;
    const bool right =
        truth.best ? verdict.objective == truth.objective : verdict.claim == masar::verify::Claim::infeasible;
    if (!right) std::abort();
    return 0;
}
