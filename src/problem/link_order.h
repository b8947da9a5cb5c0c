#pragma once
// The order in which links are followed. Part of Problem::make; others read Problem::topological_order().
#include "problem/problem.h"

namespace masar::problem {

/// Activities so that every at_least link goes forward, lowest index first; inside a cycle (Tarjan 1972) only the links whose
/// length cannot be negative count. Fails, naming the activities, when those close a cycle of positive length.
[[nodiscard]] base::Result<std::vector<std::int32_t>> order_by_links(const ProblemData& data);

}  // namespace masar::problem
