#pragma once
// What a constraint owes the engine: raise bounds that must rise, and on demand say why, in bounds that were true at that moment.
#include "engine/core/proof_log.h"

#include <vector>

namespace masar::engine {

class ClauseEngine;

/// A conjunction of bounds.
using Explanation = std::vector<Bound>;

class Propagator {
public:
    virtual ~Propagator() = default;

    /// Runs to its own fixed point or until the engine has a conflict; false = conflict.
    [[nodiscard]] virtual bool propagate(ClauseEngine& engine) = 0;
    /// Appends bounds, all true before entry `index` of the trail, that together force `implied` (perhaps weaker than what was
    /// raised then, so that the explanation may be weaker too).
    virtual void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                         Explanation& out) const = 0;
    /// Raised sides that wake this propagator.
    [[nodiscard]] virtual std::vector<Side> wakes_on() const = 0;
    /// A rise was seen; called before propagate, once per rise of a watched side.
    virtual void notice(Side /*side*/) {}
    static constexpr int priorities = 3;
    /// 0 runs before 1, 1 before 2.
    [[nodiscard]] virtual int priority() const { return 1; }

    /// The constraint that a reason with this `data` comes from; one propagator may speak for many.
    [[nodiscard]] virtual Origin origin_of(std::int32_t /*data*/) const { return origin_; }
    void set_origin(Origin origin) { origin_ = origin; }

    [[nodiscard]] std::int32_t index() const { return index_; }
    void set_index(std::int32_t index) { index_ = index; }

private:
    std::int32_t index_ = -1;  ///< among the engine's propagators
    Origin origin_ = -1;
};

}  // namespace masar::engine
