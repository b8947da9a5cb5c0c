#pragma once
// Personal addresses of calendars: whoever knows one reads what is released to the side of the one who made it, until it is revoked,
// or its owner's account ends.
#include "app/workspace/workspace.h"

namespace masar::app {

struct CalendarLink {
    std::int64_t id = 0;
    std::string token;  ///< told once; a hash of it is kept
};

[[nodiscard]] Outcome<CalendarLink> add_calendar_link(Workspace& workspace, const Actor& actor, std::string_view plan);
/// One's own.
[[nodiscard]] Outcome<void> revoke_calendar_link(Workspace& workspace, const Actor& actor, std::int64_t id);

struct CalendarAsked {
    std::string_view token;
    base::Language language = base::Language::en;
};
/// iCalendar; not_found for whatever reason.
[[nodiscard]] Outcome<std::string> calendar_text(Workspace& workspace, const CalendarAsked& asked);

}  // namespace masar::app
