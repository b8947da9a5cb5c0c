#pragma once
// The real clock.
#include "base/doors.h"

namespace masar::cli {

/// Seconds of the steady clock; a plain function because the engine asks through a pointer.
[[nodiscard]] double steady_seconds();

class SteadyClock : public base::ClockDoor {
public:
    [[nodiscard]] double seconds() const override { return steady_seconds(); }
    [[nodiscard]] std::chrono::sys_days today() const override;
};

}  // namespace masar::cli
