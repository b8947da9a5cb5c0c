#pragma once
// A compilation under way: what each step reads and adds to. Only compile_plan.cc sees it whole.
#include "base/diagnostic.h"
#include "compile/charges_of.h"
#include "compile/compile_plan.h"
#include "compile/participation.h"
#include "compile/rule_book.h"

#include <vector>

namespace masar::compile {

struct Draft {
    const plan::Plan& plan;
    const CompileOptions& options;
    std::vector<Part> parts;  ///< by plan activity
    TimeFrame frame;
    RuleBook rules;
    Origins origins;
    problem::ProblemData data;
    base::Diagnostics diagnostics;

    /// The activity's position in the problem; -1 = takes no part.
    [[nodiscard]] std::int32_t position(plan::ActivityIndex activity) const {
        return activity.known() ? origins.positions[activity.at()] : -1;
    }
    [[nodiscard]] problem::Activity& at(std::int32_t position) {
        return data.activities[static_cast<std::size_t>(position)];
    }
    [[nodiscard]] const plan::Activity& source_of(std::int32_t position) const {
        return plan.activities[origins.activities[static_cast<std::size_t>(position)].at()];
    }
};

// The steps, in the order in which they are taken; each adds to `data` and to `origins`.
void add_activities(Draft& draft);  ///< calendars, modes, progress, forbidden days
void add_resources(Draft& draft);   ///< pools and stocks
void add_links(Draft& draft);
void add_bounds(Draft& draft);   ///< windows, as-of date, notice clocks, funds' first and last days
void add_budgets(Draft& draft);  ///< yearly resources, ceilings, limits of cost
void add_gates(Draft& draft);    ///< gates, choice groups and objectives
void add_wishes(Draft& draft);   ///< preferences

/// Partition of the horizon into fiscal years beginning in that month; made once per month.
[[nodiscard]] std::int32_t fiscal_partition(Draft& draft, calendar::FiscalYear fiscal_year);

}  // namespace masar::compile
