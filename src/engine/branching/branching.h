#pragma once
// Where to look next.
#include "engine/core/clause_engine.h"

#include <optional>

namespace masar::engine {

class Branching {
public:
    virtual ~Branching() = default;
    /// A bound that is neither true nor false; nothing when all variables are fixed.
    [[nodiscard]] virtual std::optional<Bound> choose(const Trail& trail) = 0;
    /// After every conflict.
    virtual void learn(const ClauseEngine& /*engine*/) {}
    /// After every solution: its value of each variable.
    virtual void solution(const std::vector<std::int32_t>& /*values*/) {}
};

}  // namespace masar::engine
