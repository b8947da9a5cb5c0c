#pragma once
// Like a schedule-generation scheme: the task that can start first starts there.
#include "engine/branching/branching.h"

namespace masar::engine {

class SmallestStart : public Branching {
public:
    explicit SmallestStart(std::vector<Variable> variables) : variables_(std::move(variables)) {}
    [[nodiscard]] std::optional<Bound> choose(const Trail& trail) override;

private:
    std::vector<Variable> variables_;
};

}  // namespace masar::engine
