#pragma once
// Answers of jobs as JSON, as far as the actor may read them.
#include "app/workspace/try_plan.h"
#include "base/json_writer.h"
#include "report/reader.h"

#include <string>

namespace masar::app {

/// The side that reads: the one that is looked as, else the actor's own; unknown for whoever holds the whole plan.
[[nodiscard]] plan::SideIndex reader_in(const Actor& actor, const plan::Plan& plan);

void write_changes(base::JsonWriter& json, const std::vector<Change>& changes);

/// Who looks as the other side would reads no more than both of them do.
void withhold(const Actor& actor, const plan::Plan& plan, plan::Explanation& explanation);
/// Each repair with the changes of `seen` that make it.
void write_told_explanation(base::JsonWriter& json, const Actor& actor, const AskedExplanation& asked,
                            const Snapshot& seen);

/// report/views/tried_view.h
[[nodiscard]] std::string tried_json(const TriedPlan& tried, const Actor& actor, bool forecast);

}  // namespace masar::app
