#pragma once
// Constraints y >= f(x) for a monotone f given as a table, under conditions: lags that count working days of any calendar, allowed
// starts (x = y), durations that depend on a mode, ends, deadlines of options. A precedence relation is the special case of a
// straight f; differences.h does that one faster.
#include "engine/core/clause_engine.h"

#include <vector>

namespace masar::engine {

struct MonotoneTable {
    Variable from = -1, to = -1;
    std::int32_t first = 0;           ///< from-value of table[0]: the least `from` may ever take
    std::vector<std::int32_t> table;  ///< never falls; one entry per from-value up to the greatest it may ever take
    std::vector<Bound> conditions{};  ///< nothing is asked unless all are true; none speaks of `from` or `to`
    Origin origin = -1;
};

class MonotoneTables : public Propagator {
public:
    explicit MonotoneTables(std::vector<MonotoneTable> tables);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;
    [[nodiscard]] Origin origin_of(std::int32_t data) const override {
        return tables_[static_cast<std::size_t>(data)].origin;
    }
    void notice(Side side) override;
    [[nodiscard]] int priority() const override { return 0; }

private:
    [[nodiscard]] bool look_at(ClauseEngine& engine, std::int32_t index);
    [[nodiscard]] bool push(ClauseEngine& engine, std::int32_t index);
    void explain_condition(const ClauseEngine& engine, const MonotoneTable& table, std::int32_t index,
                           Explanation& out) const;

    std::vector<MonotoneTable> tables_;
    std::vector<std::vector<std::int32_t>> of_side_;  ///< tables that a rise of the side concerns
    std::vector<std::int32_t> waiting_;               ///< tables to look at
    std::vector<bool> waits_;
};

}  // namespace masar::engine
