#pragma once
// Sums with a ceiling: each term is a step function of one side's bound that never falls, so that lower bounds add up. Linear and
// pseudo-Boolean constraints, budgets, counts of options and weighted objectives are all of this one form.
#include "engine/core/clause_engine.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::engine {

/// coefficient × bound, or, when there are steps, the amount of the last step reached (0 before the first).
struct SumTerm {
    struct Step {
        std::int32_t from = 0;  ///< bound of the side
        std::int64_t amount = 0;
    };
    Side side = -1;
    std::int64_t coefficient = 0;  ///< >= 0
    std::vector<Step> steps{};     ///< both members rise strictly; amounts positive
};

struct StepSumSetup {
    std::vector<SumTerm> terms;        ///< of different variables
    std::int64_t limit = 0;            ///< sum <= limit
    std::optional<Bound> condition{};  ///< nothing is asked unless it is true
};

class StepSum : public Propagator {
public:
    explicit StepSum(StepSumSetup setup) : setup_(std::move(setup)) {}

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;

private:
    void explain_sum(const ClauseEngine& engine, std::int64_t spare, std::int32_t without, std::int32_t index,
                     Explanation& out) const;
    [[nodiscard]] std::int64_t sum_before(const Trail& trail, std::int32_t without, std::int32_t index) const;

    StepSumSetup setup_;
};

}  // namespace masar::engine
