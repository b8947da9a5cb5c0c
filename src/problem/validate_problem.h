#pragma once
// What a ProblemData must satisfy before it becomes a Problem. Part of Problem::make.
#include "problem/problem.h"

#include <optional>

namespace masar::problem {

/// The first thing wrong, with the index where it stands; nothing when all is well. Cycles are the business of link_order.h.
[[nodiscard]] std::optional<base::Error> find_fault(const ProblemData& data);

}  // namespace masar::problem
