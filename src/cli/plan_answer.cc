#include "cli/plan_answer.h"

#include "report/sentence.h"

#include <algorithm>

namespace masar::cli {

ExitCode complain(const Session& session, const base::Diagnostics& diagnostics, const base::Sources& sources) {
    base::Diagnostics errors;
    std::ranges::copy_if(diagnostics, std::back_inserter(errors),
                         [](const base::Diagnostic& each) { return each.severity == base::Severity::error; });
    session.console.complain(report::diagnostics_text(errors, sources, {.language = session.language}));
    return ExitCode::wrong_plan;
}

ExitCode exit_code_of(const plan::Timetable& timetable) {
    if (timetable.status == plan::AnswerStatus::infeasible) return ExitCode::infeasible;
    if (timetable.status == plan::AnswerStatus::unknown) return ExitCode::limit;
    const bool broken = !timetable.violations.empty() || timetable.status == plan::AnswerStatus::violated;
    return broken || report::any_late(timetable) ? ExitCode::violated : ExitCode::fine;
}

void SchedulingOptions::declare(OptionSet& options) {
    limits.declare(options);
    options.choice({"--estimate",
                    "E",
                    {"optimistic, likely or pessimistic durations and costs (default likely)",
                     "المدد والتكاليف: optimistic متفائلة أو likely الأرجح أو pessimistic متشائمة (الأصل likely)"}},
                   {"optimistic", "likely", "pessimistic"}, estimate);
    options.number({"--islamic-shift",
                    "±N",
                    {"move estimated Islamic dates by N days", "تحريك التواريخ الهجرية المقدّرة بمقدار N من الأيام"}},
                   {-3, 3}, islamic_shift);
    options.list({"--choose",
                  "ID,…",
                  {"options to take part, besides those that the plan chooses", "خيارات تُضاف إلى ما اختارته الخطة"}},
                 chosen);
}

app::ScheduleOptions SchedulingOptions::with(Search& search) const {
    app::ScheduleOptions options;
    if (estimate == "optimistic") options.load.estimate = plan::Estimate::optimistic;
    if (estimate == "pessimistic") options.load.estimate = plan::Estimate::pessimistic;
    options.load.islamic_shift_days = static_cast<int>(islamic_shift);
    options.load.chosen = chosen;
    options.run = search.run<engine::Run>(limits);
    return options;
}

}  // namespace masar::cli
