#pragma once
// Long work tells how far it is and asks whether to go on. Nothing here knows of terminals or signals.
#include <atomic>
#include <cstdint>
#include <string_view>

namespace masar::base {

/// Set from outside (Ctrl-C, a cancelled job, a clock); looked at between units of work.
class StopFlag {
public:
    void stop() { stopped_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool stopped() const { return stopped_.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> stopped_{false};
};

struct ProgressState {
    std::string_view what;  ///< "schedules", "instances", "samples"
    std::int64_t done = 0;
    std::int64_t total = 0;   ///< 0 = not known
    std::int64_t best = -1;   ///< best objective so far; -1 = none
    std::int64_t bound = -1;  ///< best proven bound; -1 = none
};

class Progress {
public:
    virtual ~Progress() = default;
    virtual void report(const ProgressState& /*state*/) {}
};

}  // namespace masar::base
