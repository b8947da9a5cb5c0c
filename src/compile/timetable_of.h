#pragma once
// Answer → timetable: dates, floats, loads, spending, notices and violations in the plan's own words.
#include "compile/compiled_plan.h"
#include "plan/timetable.h"
#include "problem/checker.h"
#include "problem/schedule.h"

#include <optional>
#include <vector>

namespace masar::compile {

/// What the engine (or the earliest pass) answered, by value so that this room needs no engine.
struct Answered {
    problem::Schedule schedule;
    std::vector<problem::Breach> breaches;  ///< of `schedule`, from problem::check
    plan::AnswerStatus status = plan::AnswerStatus::unknown;
    std::vector<std::int64_t> objective;  ///< as the problem states it
    std::vector<std::optional<std::int64_t>> bound;
    std::uint64_t seed = 0;
    std::int64_t schedules = 0;
    bool stopped = false;
};

/// Everything in plan/timetable.h except the gates' criteria (forecast/gate_criteria.h). O(size + pools × horizon).
[[nodiscard]] plan::Timetable timetable_of(const plan::Plan& plan, const CompiledPlan& compiled,
                                           const Answered& answered);

/// earliest_schedule, checked, as a timetable with status `earliest`.
[[nodiscard]] plan::Timetable earliest_timetable(const plan::Plan& plan, const CompiledPlan& compiled);

}  // namespace masar::compile
