#pragma once
// Rounds of a breeder until the limits, the proof or someone outside says stop.
#include "base/progress.h"
#include "engine/search/breeder.h"
#include "engine/search/crew.h"

#include <optional>

namespace masar::engine {

/// How the outside takes part in a search; all of it may be absent.
struct Outside {
    const base::StopFlag* stop = nullptr;
    base::Progress* progress = nullptr;
    double (*now_seconds)() = nullptr;
    std::optional<double> seconds;  ///< how long the search may take; needs the clock
};

/// Whether the search is over for a reason from outside; asked between children.
class Governor {
public:
    explicit Governor(const Outside& outside);

    [[nodiscard]] bool stopped() const { return outside_.stop != nullptr && outside_.stop->stopped(); }
    [[nodiscard]] bool over() const { return stopped() || (deadline_ && now() >= *deadline_); }
    [[nodiscard]] double now() const { return outside_.now_seconds != nullptr ? outside_.now_seconds() : 0; }
    [[nodiscard]] double seconds() const { return now() - began_; }
    void report(const base::ProgressState& state) const {
        if (outside_.progress != nullptr) outside_.progress->report(state);
    }

private:
    Outside outside_;
    double began_;
    std::optional<double> deadline_;
};

struct Goal {
    std::int64_t schedules = 0;                 ///< generation passes at most
    std::optional<Cost> proven;                 ///< stop when reached
    const problem::Problem* checked = nullptr;  ///< debug builds check every improvement against it
};

/// Returns the generation passes made. At least one round is made when not over from the start.
[[nodiscard]] std::int64_t run_generations(Breeder& breeder, Crew& crew, const Governor& governor, const Goal& goal);

}  // namespace masar::engine
