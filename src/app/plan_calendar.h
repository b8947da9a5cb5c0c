#pragma once
// A dated plan as a calendar to subscribe to: its activities, and what falls due for them as entries of their own.
#include "app/load_plan.h"
#include "plan/timetable.h"

namespace masar::app {

struct CalendarOf {
    const LoadedPlan& loaded;                ///< as the reader reads it
    const plan::Timetable* dates = nullptr;  ///< null: there are none yet
    plan::SideIndex reader;                  ///< unknown = whoever holds the whole plan
    std::string_view name;                   ///< of the plan in addresses: entries keep their identity by it
    base::Language language = base::Language::en;
};

/// iCalendar (exchange/icalendar.h); equal plans give equal bytes.
[[nodiscard]] std::string plan_calendar(const CalendarOf& of);

}  // namespace masar::app
