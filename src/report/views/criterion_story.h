#pragma once
// Why a gate's criterion stands where it does: proficiency rises with an event and fades until the next.
#include "base/text.h"
#include "forecast/trajectory.h"
#include "report/indicator_points.h"
#include "report/views/view_source.h"

#include <optional>

namespace masar::report {

/// What an indicator did since the gate before, and the last activity that moved it up to the due date.
struct CriterionStory {
    std::optional<Extremes> extremes;
    std::optional<std::size_t> last_event;  ///< of the plan's activities
};
/// `source` must have dates.
[[nodiscard]] CriterionStory story_of(const ViewSource& source, const plan::GateOutcome& gate,
                                      plan::IndicatorIndex indicator, const forecast::Trajectory& trajectory);

/// "it fades between events: 0.66 after Course (rdy-12) on 2030-04-09, then 0.63 by 2030-09-30"; empty where nothing fades.
[[nodiscard]] base::Text fading_sentence(const ViewSource& source, const CriterionStory& story,
                                         const plan::GateOutcome& gate, const plan::CriterionOutcome& criterion);

}  // namespace masar::report
