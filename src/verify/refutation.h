#pragma once
// Whether one constraint of the instance, taken alone, excludes what is left: the check of an explanation. Written from the constraints'
// definitions (problem.h), without looking at how the engine explains; where an argument is not found here the clause is refused.
#include "verify/left_over.h"

namespace masar::verify {

/// Whether the constraint that the line names implies its clause, given what is proven.
[[nodiscard]] bool implied(const Vocabulary& vocabulary, const UnitPropagation& proven, const ClauseLine& line);

/// Whether the domain of a variable to be declared holds every value that it can still take.
[[nodiscard]] bool covers(LeftOver& left, const VariableLine& line);

// One function per kind: nothing that is left satisfies the constraint.
[[nodiscard]] bool refuted_by_link(LeftOver& left, std::int32_t link);
[[nodiscard]] bool refuted_by_pool(LeftOver& left, std::int32_t pool);
[[nodiscard]] bool refuted_by_budget(LeftOver& left, std::int32_t budget, std::int32_t period);
[[nodiscard]] bool refuted_by_reservoir(LeftOver& left, std::int32_t reservoir);
[[nodiscard]] bool refuted_by_group(LeftOver& left, std::int32_t group);
[[nodiscard]] bool refuted_by_gate(LeftOver& left, std::int32_t gate);
[[nodiscard]] bool refuted_by_objective(LeftOver& left, std::int32_t objective);

}  // namespace masar::verify
