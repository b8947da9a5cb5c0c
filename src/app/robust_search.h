#pragma once
// Buffers: how much earlier the work for each gate is to be ready, and how much its criteria are to have in hand, so that all gates
// hold together with a wanted confidence. Found by turns of scheduling and simulating: each gate is protected up to one and the same
// quantile of its own delay (its criteria: of their own values), and the lowest quantile that is enough is looked for.
#include "app/improve_plan.h"
#include "app/outcome_search.h"
#include "app/risk_book.h"
#include "forecast/simulate.h"

namespace masar::app {

struct RobustQuestion {
    const LoadedPlan& loaded;
    const compile::CompileOptions& how;
    const OutcomeQuestion& question;
    const OutcomeAsked& asked;
    const ImproveOptions& options;
};

struct RobustAnswer {
    problem::Schedule schedule;  ///< in the positions of the question
    plan::RobustDates told;
};

class RobustSearch {
public:
    RobustSearch(const RobustQuestion& question, OutcomeSearch& search) : asked_(question), search_(search) {}

    /// `bare`: the schedule with which the criteria hold as planned. Fails when the plan cannot be simulated.
    [[nodiscard]] base::Result<RobustAnswer> find(const problem::Schedule& bare);

private:
    /// A schedule and what came of it in samples.
    struct Trial {
        problem::Schedule schedule;          ///< in the positions of the question
        RiskBook book;                       ///< of the plan with its options chosen
        std::vector<plan::GateIndex> gates;  ///< by gate of the book's problem
        plan::Timetable dates;
        forecast::Tally tally;
        plan::Sampled joint;      ///< all gates asked about pass
        std::int64_t cost = 0;    ///< planned
        std::int64_t buffer = 0;  ///< days asked for, all gates together
    };
    enum class Turn : std::uint8_t { enough, too_little, too_much };
    [[nodiscard]] base::Result<Trial> tried(const FoundOutcome& found, const Margins& margins) const;
    [[nodiscard]] base::Result<forecast::Tally> simulated(const RiskBook& book, std::uint64_t seed) const;
    /// The cheapest of those that are sure enough, else the surest.
    [[nodiscard]] base::Result<Trial> search(const Trial& bare);
    [[nodiscard]] base::Result<Turn> turn_at(double quantile, const Trial& bare, Trial& best);
    [[nodiscard]] bool preferred(const Trial& trial, const Trial& best) const;
    [[nodiscard]] std::vector<problem::Day> delays_at(double quantile, const Trial& trial) const;
    [[nodiscard]] std::vector<std::int64_t> losses_at(double quantile, const Trial& trial) const;
    [[nodiscard]] plan::Sampled joint_chance(const Trial& trial, const forecast::Tally& tally) const;
    [[nodiscard]] bool asked_about(plan::GateIndex gate) const;
    [[nodiscard]] bool stopped() const;
    /// What is looked for in the samples of the search, so that fresh ones show the confidence too.
    [[nodiscard]] double aim() const;
    [[nodiscard]] std::uint64_t seed() const { return asked_.options.schedule.run.limits.seed; }
    void tell_cost(const Trial& bare, const Trial& best, plan::RobustDates& told) const;
    void tell_gates(const Trial& bare, const Trial& best, plan::RobustDates& told) const;
    void tell_criteria(const Trial& best, plan::RobustDates& told) const;
    void promise(const Trial& best, plan::RobustDates& told) const;

    RobustQuestion asked_;
    OutcomeSearch& search_;
};

}  // namespace masar::app
