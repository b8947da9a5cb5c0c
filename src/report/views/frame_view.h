#pragma once
// The frame of all pages: who takes part, the years and periods that time is drawn on, and the vocabulary.
#include "report/views/view_source.h"

#include <optional>
#include <string>

namespace masar::report {

/// What the store knows about the version shown.
struct FrameFacts {
    std::string id;           ///< of the plan
    std::string hash;         ///< of what the reader is given
    std::string dates_state;  ///< "current", "stale", "none"
    struct Baseline {
        std::string hash, at;
    };
    std::optional<Baseline> baseline;
    bool head_equals_baseline = false;
    std::optional<base::Text> undo, redo;  ///< what would be undone or done again; none = nothing to
    std::string dates_job = {};            ///< that brings the dates after the text; "" = none
};

/// {id, title, start, end, as_of, illustrative, handling, hash, dates_state, dates_job, reader, sides[{id, name, currency, fiscal_month, calendar}],
/// lines[{id, name, lead}], phases[{id, name, first, last}], gates[{id, name, due, hijri, phase, firm}], periods[{id, name, kind, status,
/// days[{first, last, status}]}], days_off{side: [{first, last, names[]}]}, organisations, types, places, funds, calendars, baseline,
/// head_equals_baseline, undo{can, what}, redo{can, what}}
[[nodiscard]] std::string frame_view(const ViewSource& source, const FrameFacts& facts);

}  // namespace masar::report
