#pragma once
// iCalendar (RFC 5545) of whole days, made with libical: for calendars that subscribe to a plan.
#include "calendar/date.h"

#include "base/text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::exchange {

struct CalendarEntry {
    std::string uid;             ///< stable for the same event or deadline of the same plan
    calendar::Date first, last;  ///< inclusive
    base::Text title, about;
    std::string place;      ///< may be empty
    bool deadline = false;  ///< told two days before
    bool cancelled = false;
};

struct CalendarHead {
    base::Text name;
    calendar::Date
        stamp;  ///< of all entries: the plan's status date or the day of the change, so that equal plans give equal bytes
    base::Language language = base::Language::en;
};

/// Lines end and fold as the RFC says, texts are escaped; in the order given.
[[nodiscard]] std::string icalendar_text(const CalendarHead& head, const std::vector<CalendarEntry>& entries);

}  // namespace masar::exchange
