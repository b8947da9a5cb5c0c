#pragma once
// One line on a terminal that tells how far long work is. It overwrites itself and leaves nothing behind.
#include "base/doors.h"
#include "base/progress.h"
#include "base/text.h"

#include <functional>
#include <string>
#include <string_view>

namespace masar::cli {

/// "schedules 1,200 of 5,000 · best 1,749 · bound 1,739 · gap 0.6 % · 850/s · 4 s left": what fits into 79 cells, the first things first.
[[nodiscard]] std::string progress_words(const base::ProgressState& state, double elapsed_seconds,
                                         base::Language language);

class ProgressLine : public base::Progress {
public:
    using Write = std::function<void(std::string_view)>;
    /// `write` gets raw terminal output; null = no terminal, so nothing is shown.
    ProgressLine(const base::ClockDoor& clock, base::Language language, Write write);
    ~ProgressLine() override;
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void report(const base::ProgressState& state) override;

private:
    const base::ClockDoor& clock_;
    base::Language language_;
    Write write_;
    double began_;
    double shown_at_ = -1;
};

}  // namespace masar::cli
