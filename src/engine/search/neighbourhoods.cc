#include "engine/search/neighbourhoods.h"

#include <algorithm>

namespace masar::engine {

std::vector<Bound> Neighbourhoods::next(const ClauseModel& model, const Schedule& best) {
    const Day last = std::max(1, problem::makespan(problem_, best));
    const Day wide = std::max<Day>(1, static_cast<Day>(std::int64_t{last} * percent_ / 100));
    const Day from = static_cast<Day>(random_.below(static_cast<std::uint32_t>(last))) - wide / 2, to = from + wide;
    std::vector<Bound> stays;
    for (std::int32_t i = 0; i < problem_.size(); ++i) {
        const ActivityVariables& its = model.activities[static_cast<std::size_t>(i)];
        if (!best.chosen(i)) continue;  // what is left out may come in anywhere
        const Day start = best.start[static_cast<std::size_t>(i)], end = problem::end_of(problem_, best, i);
        if (start < to && end > from) continue;
        stays.push_back(its.present);
        if (!its.modes.empty())
            stays.push_back(its.modes[static_cast<std::size_t>(best.mode[static_cast<std::size_t>(i)])]);
        stays.push_back(at_most(its.start, start));
        if (end <= from) stays.push_back(at_least(its.start, start));
    }
    return stays;
}

}  // namespace masar::engine
