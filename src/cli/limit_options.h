#pragma once
// The options of everything that searches: how long, with which seed, on how many threads.
#include "cli/interrupt.h"
#include "cli/progress_line.h"
#include "cli/verb.h"

#include <cstdint>
#include <optional>

namespace masar::cli {

struct LimitOptions {
    std::optional<std::int64_t> schedules;  ///< none: the engine's own limit by size
    std::optional<std::int64_t> conflicts;  ///< none: the engine's own limit by size, or no proving beside `schedules`
    std::optional<double> seconds;          ///< instead of both counts
    std::int64_t seed = 1;
    std::int64_t threads = 1;

    void declare(OptionSet& options);
};

/// Ctrl-C, the progress line and the clock of one search; `Run` is engine::Run, which this room does not name.
class Search {
public:
    explicit Search(const Session& session);

    template <class Run>
    [[nodiscard]] Run run(const LimitOptions& options) {
        Run run;
        run.limits.schedules = options.schedules.value_or(0);
        run.limits.conflicts = options.conflicts;
        run.limits.seconds = options.seconds;
        run.limits.seed = static_cast<std::uint64_t>(options.seed);
        run.limits.threads = static_cast<std::int32_t>(options.threads);
        run.stop = &interrupt_.flag();
        run.progress = &progress_;
        run.now_seconds = clock_;
        return run;
    }
    [[nodiscard]] bool stopped() const { return interrupt_.flag().stopped(); }

private:
    Interrupt interrupt_;
    ProgressLine progress_;
    double (*clock_)();
};

}  // namespace masar::cli
