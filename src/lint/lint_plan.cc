#include "lint/lint_plan.h"

#include "lint/lint_report.h"
#include "lint/lint_table.h"
#include "lint/subject.h"

namespace masar::lint {

base::Diagnostics lint(const plan::Plan& plan, const compile::CompiledPlan* compiled) {
    const Subject subject = make_subject(plan, compiled);
    base::Diagnostics out;
    for (const Lint& each : lints()) {
        Report report(each, plan, out);
        each.run(subject, report);
    }
    return out;
}

}  // namespace masar::lint
