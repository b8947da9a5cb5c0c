#pragma once
// Ctrl-C (SIGINT) and SIGTERM while long work runs: the first one asks it to end with the best so far, a second ends the program.
#include "base/progress.h"

namespace masar::cli {

/// While one of these lives, the signals set its flag. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] const base::StopFlag& flag() const { return flag_; }

private:
    base::StopFlag flag_;
};

}  // namespace masar::cli
