#pragma once
// A loaded plan with dates that were found elsewhere: for another version of it, or for the whole of which it is a copy.
#include "app/load_plan.h"
#include "plan/timetable.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::app {

/// Where activities of another plan stand, by their ids.
using DatesById = std::unordered_map<std::string_view, const plan::ActivityDates*>;
/// Both must outlive the result.
[[nodiscard]] DatesById dates_by_id(const plan::Plan& plan, const plan::Timetable& timetable);

/// By ActivityIndex of `plan`: the dates given for the same id; not chosen where there are none. A mode that the plan lacks is its first.
[[nodiscard]] std::vector<plan::ActivityDates> dates_for(const plan::Plan& plan, const DatesById& given);

/// Everything about these dates (loads, money, gates with their criteria, floats, what is broken) from the loaded plan. Start and finish
/// stay as given. Status `feasible`, or `violated` when something is broken; nothing is proven. `loaded` must be compiled.
[[nodiscard]] plan::Timetable timetable_with(const LoadedPlan& loaded, const std::vector<plan::ActivityDates>& dates);

/// Whether the same takes place on the same days in both timetables, which are of one text; also when neither is there.
[[nodiscard]] bool same_days(const std::optional<plan::Timetable>& one, const std::optional<plan::Timetable>& other);

}  // namespace masar::app
