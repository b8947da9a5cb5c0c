#include "app/show_plan.h"

#include "forecast/plan_outcomes.h"

namespace masar::app {

base::Result<ShownPlan> show_plan(const base::FileDoor& files, std::string_view path, const SimulateOptions& options) {
    auto dated = load_and_schedule(files, path, options);
    if (!dated) return tl::unexpected(dated.error());
    ShownPlan shown{*std::move(dated), {}};
    if (shown.dated.timetable) shown.outcomes = forecast::outcomes_of(shown.dated.loaded.plan, *shown.dated.timetable);
    return shown;
}

}  // namespace masar::app
