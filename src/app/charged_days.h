#pragma once
// What a clash about money comes down to: which year each activity must be paid from, and which have a choice.
#include "app/plan_question.h"

namespace masar::app {

/// Where all ceilings of a clash are one account's: `days` of each activity that is charged to it, from the first to the last on which
/// it can be charged as far as windows, links and calendars of the clash decide (`narrowed`; capacities and ceilings are not looked
/// at). Elsewhere nothing.
void add_charged_days(const StatedQuestion& question, const problem::ProblemData& narrowed,
                      std::vector<plan::ConflictMember>& members);

}  // namespace masar::app
