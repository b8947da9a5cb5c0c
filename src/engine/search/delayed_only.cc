#include "engine/search/delayed_only.h"

#include <algorithm>

namespace masar::engine {

problem::ProblemData delayed_only(const problem::Problem& problem) {
    problem::ProblemData data = problem.data();
    for (std::size_t i = 0; i < data.baseline.size(); ++i)
        data.activities[i].earliest_start = std::max(data.activities[i].earliest_start, data.baseline[i]);
    return data;
}

}  // namespace masar::engine
