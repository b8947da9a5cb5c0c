#pragma once
// The overview: is it on track, how sure is that, and what would help most.
#include "report/views/view_source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::report {

struct WaitingDecision {
    std::int64_t number = 0;
    base::Text title;
    std::vector<std::string> signed_by, waiting_for;  ///< ids of sides
};

/// What the plan does not know.
struct OverviewFacts {
    std::string hash;      ///< of what the reader is given
    std::string version;   ///< of the program
    std::string help;      ///< the list of help_json.h; empty = not known yet
    std::string help_job;  ///< that looks for it; empty = none does
    std::vector<WaitingDecision> decisions;
};

/// {reader, dates, status, finding{en, ar}, detail{en, ar}, joint{date, pass, error}, gates (gate_json.h), indicators (indicator_json.h),
/// help (help_json.h) or null, help_job or null, decisions[{number, title, signed[], waiting[]}], obtained{hash, samples, seed, version,
/// sentence{en, ar}}}. Without dates only the finding, which says so.
[[nodiscard]] std::string overview_view(const ViewSource& source, const OverviewFacts& facts);

}  // namespace masar::report
