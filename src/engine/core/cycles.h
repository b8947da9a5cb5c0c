#pragma once
// Where maximal lags make a generation pass look back: the strongly connected parts of the network in which an at_most link
// counts as an arc from its `to` to its `from` (Neumann, Schwindt 1997, cycle structures).
#include "problem/problem.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

struct Cycles {
    std::vector<std::int32_t> of;                    ///< cycle per activity; -1 = on none
    std::vector<std::vector<std::int32_t>> members;  ///< activities per cycle, in order
};

[[nodiscard]] Cycles find_cycles(const problem::Problem& problem);

}  // namespace masar::engine
