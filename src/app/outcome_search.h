#pragma once
// The cheapest schedule with which criteria hold, by the trajectories themselves; where asked, with something in hand.
#include "app/outcome_question.h"
#include "engine/solve.h"

namespace masar::app {

/// What is to be in hand beyond the bare minimum; empty = nothing.
struct Margins {
    std::vector<problem::Day> earlier;  ///< by gate of the problem: days before its due date
    std::vector<std::int64_t> more;     ///< by goal of the question: billionths on the safe side of what is wanted
};

struct FoundOutcome {
    std::optional<problem::Schedule> schedule;  ///< none: nothing was found with which the criteria hold
    engine::Answer first;                       ///< to the question itself, before goals were raised
    std::int64_t cost = 0;
};

class OutcomeSearch {
public:
    OutcomeSearch(const LoadedPlan& loaded, const compile::CompileOptions& how, const OutcomeQuestion& question,
                  const engine::Run& run)
        : loaded_(loaded), how_(how), question_(question), run_(run) {}

    [[nodiscard]] FoundOutcome find(const Margins& margins = {});
    /// Whether everything that must be done has a date in the schedule before.
    [[nodiscard]] bool dated_before() const;
    [[nodiscard]] std::int64_t conflicts() const { return conflicts_; }

private:
    [[nodiscard]] engine::Answer solve(const problem::Problem& problem);
    /// By how much each goal is missed, in billionths; 0 where it is met.
    [[nodiscard]] std::vector<std::int64_t> missed(const plan::Timetable& timetable, const Margins& margins) const;

    const LoadedPlan& loaded_;
    const compile::CompileOptions& how_;
    const OutcomeQuestion& question_;
    const engine::Run& run_;
    std::int64_t conflicts_ = 0;
};

}  // namespace masar::app
