#pragma once
// What a clash about one capacity comes down to: how much of it each activity surely uses on the days that matter.
#include "app/plan_question.h"

namespace masar::app {

/// Where the activities that need the one capacity among the members use more of it than it gives between two days, wherever they are
/// put between their dates as windows, links and calendars of the clash leave them (`narrowed`): the days of the capacity become those
/// on which most is lacking, and `working_days` and `surely_used` are set. Energetic reasoning: Baptiste, Le Pape, Nuijten 2001.
/// Elsewhere nothing.
void add_surely_used(const StatedQuestion& question, const problem::ProblemData& narrowed,
                     std::vector<plan::ConflictMember>& members);

}  // namespace masar::app
