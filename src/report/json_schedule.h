#pragma once
// The JSON of `schedule`: also what `-o` writes and later verbs read as their baseline.
// status, objective[], bound[], seed, activities[{id, start, finish, mode}], gates[{id, due, date, late_days, criteria[]}],
// violations[{kind, what, when, amount, file, line, …}], then end, estimate, schedules, stopped.
// An activity left out has null dates. Money amounts are in units ("3157.5"), with their currency beside them.
#include "base/json_writer.h"
#include "plan/timetable.h"

#include <string>

namespace masar::report {

/// One item of a list of violations.
void write_violation(base::JsonWriter& json, const plan::Plan& plan, const plan::Violation& violation);

[[nodiscard]] std::string schedule_json(const plan::Plan& plan, const plan::Timetable& timetable);

}  // namespace masar::report
