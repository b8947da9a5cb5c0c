#pragma once
// The fields of an activity as those of its copy some years later.
#include "calendar/working_calendar.h"
#include "planfile/written_value.h"

#include <map>
#include <string>

namespace masar::app {

struct Shift {
    int years = 1;
    const std::map<std::string, std::string>& copies;     ///< folded id of an activity → id of its copy
    const calendar::WorkingCalendar* calendar = nullptr;  ///< of the activity; null = every day counts
};

/// `fields` of an activity as written; without what tells its progress.
[[nodiscard]] planfile::WrittenValue shifted_record(const planfile::WrittenValue& fields, const Shift& shift);

/// The same day of a later year; 29 February is the last day of the month.
[[nodiscard]] calendar::Date years_later(calendar::Date day, int years);

}  // namespace masar::app
