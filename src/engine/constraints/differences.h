#pragma once
// Difference constraints y >= x + d: precedence with minimal and maximal time lags alike. Bounds are pushed along the arcs to the
// fixed point; a positive cycle shows itself as a bound that meets its opposite.
#include "engine/core/clause_engine.h"

#include <vector>

namespace masar::engine {

struct Difference {
    Variable from = -1, to = -1;
    std::int32_t distance = 0;  ///< to >= from + distance
    Origin origin = -1;
};

class Differences : public Propagator {
public:
    Differences(std::int32_t variables, const std::vector<Difference>& differences);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;
    [[nodiscard]] Origin origin_of(std::int32_t data) const override {
        return arcs_[static_cast<std::size_t>(data)].origin;
    }
    void notice(Side side) override;
    [[nodiscard]] int priority() const override { return 0; }

private:
    /// A rise of `from` to v raises `to` to v + distance.
    struct Arc {
        Side from, to;
        std::int32_t distance;
        Origin origin;
    };
    void mark(Side side);

    std::vector<Arc> arcs_;            ///< sorted by `from`
    std::vector<std::int32_t> first_;  ///< per side: its first arc
    std::vector<Side> risen_;
    std::vector<bool> marked_;
};

}  // namespace masar::engine
