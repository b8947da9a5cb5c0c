#pragma once
// What time it is, for records and for what expires. Behind an interface, so that tests say when it is.
#include <chrono>

namespace masar::base {

/// A moment in UTC.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

class WallClock {
public:
    virtual ~WallClock() = default;
    [[nodiscard]] virtual Moment now() const = 0;
};

}  // namespace masar::base
