#pragma once
// Records: how complete the records of activities are, what happened, what was learned from it.
#include "report/views/view_source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::report {

/// Fields filled of those that records of activities must state, for one side.
struct CompleteRecords {
    plan::SideIndex side;  ///< of the lead; unknown = activities without one
    std::int64_t filled = 0, required = 0;
    struct Gap {
        std::string field;
        std::int64_t missing = 0;
        std::vector<plan::ActivityIndex> activities;
    };
    std::vector<Gap> gaps;  ///< most often missing first
};

/// {reader, completeness[{side, filled, required, gaps[{field, missing, activities[]}]}], history[{id, name, activity, on, kind}], lessons[{id,
/// name, from, changed[], applied}]}
[[nodiscard]] std::string records_view(const ViewSource& source, const std::vector<CompleteRecords>& completeness);

}  // namespace masar::report
