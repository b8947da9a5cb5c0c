#pragma once
// What verbs about a plan share: complaining about a wrong one, the options of scheduling, and the exit code of an answer.
#include "app/schedule_plan.h"
#include "cli/limit_options.h"

namespace masar::cli {

/// Shows the errors on standard error; exit code "wrong plan".
[[nodiscard]] ExitCode complain(const Session& session, const base::Diagnostics& diagnostics,
                                const base::Sources& sources);

[[nodiscard]] ExitCode exit_code_of(const plan::Timetable& timetable);

/// Everything that changes which schedule is made.
struct SchedulingOptions {
    LimitOptions limits;
    std::string estimate = "likely";
    std::int64_t islamic_shift = 0;
    std::vector<std::string> chosen;

    void declare(OptionSet& options);
    [[nodiscard]] app::ScheduleOptions with(Search& search) const;
};

}  // namespace masar::cli
