#pragma once
// Events of a fiscal year with what each of them asks for beforehand: approvals counted back, legal clocks, the chain that leads to it.
#include "report/views/view_source.h"

#include <optional>
#include <string>

namespace masar::report {

struct EventsAsked {
    plan::SideIndex side;                 ///< whose fiscal years; must be known
    std::optional<int> year;              ///< none = all
    std::optional<calendar::Date> today;  ///< where the plan has no status date
};

/// {reader, dates, side, years[{year, label, first, last, events}], year, events[{id, name, line, type, side, start, finish, start_hijri,
/// funds[{fund, authority, side}], place, people[{resource, units}], approvals[{id, name, request_by, sent, binds, steps[{name, by}], state}],
/// notices[{rule, name, force, notice_by, sent, binds, counts_from, state}], waivers[{rule, role, until, reason}], chain[{id, name, start,
/// days_before}], status}]}: by start.
/// `chain`: from the event back along what it last waited for within its line of effort.
[[nodiscard]] std::string events_view(const ViewSource& source, const EventsAsked& asked);

}  // namespace masar::report
