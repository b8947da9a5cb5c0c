#pragma once
// For replanning: what can stay where it was is decided to stay, the earliest first; the rest as another branching has it.
#include "engine/branching/branching.h"

#include <memory>
#include <vector>

namespace masar::engine {

struct Stay {
    Variable start = -1;
    Bound present;
    std::int32_t where = -1;  ///< start in the baseline; negative = not in it
};

class StayOrder : public Branching {
public:
    StayOrder(std::vector<Stay> stays, std::unique_ptr<Branching> otherwise);
    [[nodiscard]] std::optional<Bound> choose(const Trail& trail) override;

private:
    std::vector<Stay> stays_;  ///< of the baseline, by start
    std::unique_ptr<Branching> otherwise_;
};

}  // namespace masar::engine
