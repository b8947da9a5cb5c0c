#pragma once
// What falls due within some days: requests, notices, gates, and funds that close.
#include "report/views/clock_json.h"

#include <string>
#include <vector>

namespace masar::report {

enum class DueKind : std::uint8_t { approval, notice, gate, fund_closes };
[[nodiscard]] std::string_view keyword(DueKind kind);

struct DueItem {
    DueKind kind = DueKind::notice;
    calendar::Date by;
    std::string id;                ///< of the activity, gate or fund
    std::string section;           ///< heading of its records
    std::string under;             ///< id of the approval or rule; empty for others
    plan::ActivityIndex activity;  ///< known for approvals and notices
    base::Text sentence;
    ClockState state = ClockState::not_started;
};

/// What is due from `today` to `today` + `days`, and what is late: not sent although its day has passed. By day. Nothing is asked of
/// what has begun. `source` must have dates.
[[nodiscard]] std::vector<DueItem> due_items(const ViewSource& source, calendar::Date today, int days);

/// {reader, dates, as_of, days, items[{kind, section, id, activity, name, by, hijri, under, sentence{en, ar}, state}]}
[[nodiscard]] std::string due_view(const ViewSource& source, calendar::Date today, int days);

/// One item of the list above.
void write_due(base::JsonWriter& json, const ViewSource& source, const DueItem& item);

}  // namespace masar::report
