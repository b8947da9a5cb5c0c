#pragma once
// Pairs of tasks that cannot run at the same time: one comes before the other, and a 0–1 variable says which. What is learnt of an order
// is then one literal, where the time-table would have to say it moment by moment (Schutt, Feydy, Stuckey, Wallace 2013, section 3).
#include "engine/core/clause_engine.h"

#include <vector>

namespace masar::engine {

struct DisjunctivePair {
    struct Side {
        Variable start = -1;
        std::int32_t days = 0;
    };
    Side first, second;
    Variable order = -1;  ///< 1 = `first` ends before `second` starts, 0 = the other way round
};

class DisjunctivePairs : public Propagator {
public:
    explicit DisjunctivePairs(std::vector<DisjunctivePair> pairs);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    /// `data` is the pair.
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;
    void notice(Side side) override;
    [[nodiscard]] int priority() const override { return 0; }

private:
    /// One of the two ways round: `before` first, if `chosen`.
    struct Way {
        DisjunctivePair::Side before, after;
        Bound chosen;
    };
    [[nodiscard]] Way way_of(std::int32_t pair, bool as_written) const;
    [[nodiscard]] bool look_at(ClauseEngine& engine, std::int32_t pair);
    [[nodiscard]] bool push(ClauseEngine& engine, std::int32_t pair, const Way& way);

    std::vector<DisjunctivePair> pairs_;
    std::vector<std::vector<std::int32_t>> of_variable_;
    std::vector<std::int32_t> waiting_;
    std::vector<bool> waits_;
};

}  // namespace masar::engine
