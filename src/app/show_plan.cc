#include "app/show_plan.h"

#include "app/seen_plan.h"
#include "forecast/plan_outcomes.h"

namespace masar::app {

base::Result<ShownPlan> show_plan(const base::FileDoor& files, std::string_view path, const SimulateOptions& options) {
    auto seen = load_as_seen(files, path, options);
    if (!seen) return tl::unexpected(seen.error());
    ShownPlan shown{std::move(seen->dated), {}, seen->side};
    if (shown.dated.timetable) shown.outcomes = forecast::outcomes_of(shown.dated.loaded.plan, *shown.dated.timetable);
    return shown;
}

}  // namespace masar::app
