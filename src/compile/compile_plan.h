#pragma once
// Plan → problem: every promise of the plan as integers. The plan must be free of errors (lint and reading have said them);
// what is still found here is said as a diagnostic.
#include "base/diagnostic.h"
#include "compile/compiled_plan.h"

#include <optional>
#include <vector>

namespace masar::compile {

struct CompileOptions {
    plan::Estimate estimate = plan::Estimate::likely;
    int islamic_shift_days = 0;                    ///< moves estimated Islamic dates: --islamic-shift
    std::vector<plan::ActivityIndex> also_chosen;  ///< options chosen in addition to those that the plan says are
    bool options_open = false;  ///< every option may be chosen by the answer, not only those that a group demands
};

struct CompileResult {
    std::optional<CompiledPlan> compiled;  ///< none when `diagnostics` holds an error
    base::Diagnostics diagnostics;
};

/// Options take no part unless chosen, except those among which a choice group demands one, and all of them where the value of
/// options is an aim, or options_open: then the answer chooses. What is cancelled takes no part
/// and its successors do not wait for it (a note says so). O(size + calendars × horizon).
[[nodiscard]] CompileResult compile_plan(const plan::Plan& plan, const CompileOptions& options);

}  // namespace masar::compile
