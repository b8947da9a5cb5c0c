#pragma once
// The part of the checker that adds up: pools, budgets, reservoirs, outcome goals.
#include "problem/check_days.h"
#include "problem/checker.h"

namespace masar::problem::checking {

void check_pools(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches);
void check_budgets(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches);
void check_reservoirs(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches);
void check_goals(const ProblemData& data, const Placement& placement, std::vector<Breach>& breaches);

}  // namespace masar::problem::checking
