#pragma once
// Crossover that keeps one parent's stretch of highest resource use together (Valls, Ballestín, Quintanilla 2008;
// Debels, Vanhoucke 2007).
#include "base/random_stream.h"
#include "engine/search/candidate.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

struct Parents {
    const Candidate& father;  ///< gives the stretch
    const Candidate& mother;  ///< gives what comes before and after it
};

class PeakCrossover {
public:
    explicit PeakCrossover(const Instance& instance);

    /// The stretch [from, to) of a quarter to three quarters of the father's project in which the pools are used most.
    [[nodiscard]] problem::Interval peak(const Candidate& father, base::RandomStream& random);
    /// Keys for a pass in the given direction: the ends of the parents when it goes backward, their starts when forward.
    void cross(const Parents& parents, problem::Interval stretch, Pass pass, Genome& child) const;

private:
    const Instance& instance_;
    std::vector<std::int32_t> mode_first_;
    std::vector<std::int32_t> weight_;  ///< per mode: share of the pools' capacities
    std::vector<std::int64_t> use_;
};

}  // namespace masar::engine
