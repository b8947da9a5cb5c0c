#pragma once
// `simulate`: what may come of a scheduled plan, from many possible courses of events.
#include "app/forecast_of.h"
#include "app/read_schedule.h"
#include "app/schedule_plan.h"
#include "base/ranks.h"

#include <optional>
#include <string>

namespace masar::app {

struct SimulateOptions {
    ScheduleOptions schedule;
    std::string schedule_path;  ///< a schedule from `schedule -o`; empty = make one
    std::string run_path;       ///< a run kept with `simulate -o`, shown instead of simulating again
    std::string side;           ///< id of the side for which it is shown; empty = everything
    Starts starts = Starts::planned;
    forecast::SimulationOptions simulation;
    forecast::SimulationRun run;
    base::Ranks* ranks = nullptr;  ///< processes that share the samples; null = this one alone
};

struct SimulatedPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;
    std::optional<plan::Timetable> timetable;  ///< none when the plan has errors
    std::optional<plan::Forecast> forecast;    ///< none when there are errors, or nothing to simulate with
    std::optional<forecast::Tally> tally;
};

/// The plan with the dates that it is simulated around.
[[nodiscard]] base::Result<DatedPlan> load_and_schedule(const base::FileDoor& files, std::string_view path,
                                                        const SimulateOptions& options);

[[nodiscard]] base::Result<SimulatedPlan> simulate_plan(const base::FileDoor& files, std::string_view path,
                                                        const SimulateOptions& options);

/// The forecast of a plan that has been scheduled already, for the report; nothing when it is certain. Default samples.
[[nodiscard]] std::optional<plan::Forecast> forecast_for(const LoadedPlan& loaded, const plan::Timetable& timetable,
                                                         const forecast::SimulationRun& run);

/// The side with this id, or (usage) a complaint with the ids there are; unknown when `id` is empty.
[[nodiscard]] base::Result<plan::SideIndex> side_named(const plan::Plan& plan, const std::string& id);

}  // namespace masar::app
