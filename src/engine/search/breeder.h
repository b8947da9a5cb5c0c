#pragma once
// A search by generations: every round makes a number of children from what earlier rounds left, each from its own random
// stream and independent of the others, so that any number of threads gives the same result.
#include "engine/search/candidate.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

class Breeder {
public:
    virtual ~Breeder() = default;
    /// How many children the next round makes when so many generation passes are left (at least one); each may use
    /// `left / children` passes.
    [[nodiscard]] virtual std::int32_t begin_round(std::int64_t schedules_left) = 0;
    /// Makes one child; called from any thread, each with its own number. Returns the generation passes made.
    virtual std::int64_t breed(std::int32_t child, std::int32_t thread) = 0;
    /// `made` tells which children were; all of them unless the search was stopped.
    virtual void end_round(const std::vector<char>& made) = 0;
    /// The best forward candidate so far; null before the first round.
    [[nodiscard]] virtual const Candidate* best() const = 0;
};

struct BreederSetup {
    std::uint64_t seed = 1;
    std::int32_t threads = 1;
    std::int64_t schedules = 0;  ///< planned in all; the size of a generation goes by it
};

}  // namespace masar::engine
