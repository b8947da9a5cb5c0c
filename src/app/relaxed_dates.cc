#include "app/relaxed_dates.h"

#include <algorithm>

namespace masar::app {
namespace {

std::int32_t shortest_mode(const problem::Activity& activity) {
    const auto shortest = std::ranges::min_element(activity.modes, {}, &problem::Mode::duration);
    return static_cast<std::int32_t>(shortest - activity.modes.begin());
}

}  // namespace

problem::Passes relaxed_dates(const problem::Problem& problem) {
    problem::PassOptions options;
    options.latest_finish = problem.data().horizon;
    for (const problem::Activity& each : problem.data().activities)
        options.modes.push_back(each.optional ? problem::Schedule::not_chosen : shortest_mode(each));
    return problem::run_passes(problem, options);
}

}  // namespace masar::app
