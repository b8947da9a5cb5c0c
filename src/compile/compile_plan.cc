#include "compile/compile_plan.h"

#include "compile/draft.h"
#include "compile/time_frame.h"

namespace masar::compile {
namespace {

base::Diagnostic refused(const plan::Plan& plan, const base::Error& error) {
    base::Diagnostic found;
    found.code = "MSR0704";
    found.place = plan.start.place;
    found.message = {"the plan does not make a problem: " + error.message.en,
                     "لا تكوّن الخطة مسألة: " + error.message.ar};
    found.hint = error.hint;
    return found;
}

}  // namespace

CompileResult compile_plan(const plan::Plan& plan, const CompileOptions& options) {
    TimeFrame frame = make_time_frame(plan, options);
    const calendar::DatePeriod whole = frame.days.whole();
    Draft draft{plan, options, parts_of(plan, options), std::move(frame), RuleBook(plan, whole), {}, {}, {}};
    add_activities(draft);
    add_resources(draft);
    add_links(draft);
    add_bounds(draft);
    add_budgets(draft);
    add_gates(draft);
    add_wishes(draft);

    auto problem = problem::Problem::make(std::move(draft.data));
    if (!problem) draft.diagnostics.push_back(refused(plan, problem.error()));
    CompileResult result{std::nullopt, std::move(draft.diagnostics)};
    if (!base::has_errors(result.diagnostics))
        result.compiled = CompiledPlan{std::move(draft.frame), std::move(draft.origins), std::move(*problem)};
    return result;
}

}  // namespace masar::compile
