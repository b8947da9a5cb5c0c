#include "cli/steady_clock.h"

namespace masar::cli {

double steady_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::chrono::sys_days SteadyClock::today() const {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

}  // namespace masar::cli
