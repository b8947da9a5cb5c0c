#pragma once
// `schedule`: from a plan to a timetable that has passed the checker, or to what stands in its way.
#include "app/load_plan.h"
#include "engine/solve.h"
#include "plan/timetable.h"

#include <optional>
#include <string>

namespace masar::app {

enum class Manner : unsigned char {
    best,      ///< the best schedule that the engine finds
    earliest,  ///< earliest dates, pools and ceilings ignored and reported
};

struct ScheduleOptions {
    LoadOptions load;
    Manner manner = Manner::best;
    engine::Run run;
};

/// A loaded plan with dates.
struct DatedPlan {
    LoadedPlan loaded;
    std::optional<plan::Timetable> timetable;  ///< none when the plan has errors
};

/// The question as the engine had it, and its answer.
struct Answered {
    problem::Problem problem;
    engine::Answer answer;
};

struct ScheduledPlan {
    plan::Plan plan;
    base::Diagnostics diagnostics;
    std::optional<plan::Timetable> timetable;  ///< none when the plan has errors
    std::optional<Answered> answered;          ///< none either with Manner::earliest
};

[[nodiscard]] base::Result<ScheduledPlan> schedule_plan(const base::FileDoor& files, std::string_view path,
                                                        const ScheduleOptions& options);

/// An answer of the engine, checked again, in the plan's words; its best effort where it has no schedule.
[[nodiscard]] plan::Timetable timetable_of_answer(const plan::Plan& plan, const compile::CompiledPlan& compiled,
                                                  const engine::Answer& answer);

/// The timetable of what was loaded, gates' criteria included.
[[nodiscard]] plan::Timetable timetable_for(const LoadedPlan& loaded, const ScheduleOptions& options);

}  // namespace masar::app
