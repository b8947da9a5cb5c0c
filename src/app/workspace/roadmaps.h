#pragma once
// The roadmaps there are: begun from answers, from files or from another one; sandboxes for visitors; kept and put away.
#include "app/begin_plan.h"
#include "app/workspace/follow_dates.h"
#include "app/workspace/workspace.h"

namespace masar::app {

/// Those that the actor may see, by title.
[[nodiscard]] Outcome<std::vector<store::PlanRow>> roadmaps(Workspace& workspace, const Actor& actor);

[[nodiscard]] Outcome<store::PlanRow> begin_roadmap(Workspace& workspace, const Actor& actor,
                                                    const PlanAnswers& answers);

/// Files from outside, perhaps with dates that were computed for them. Wrong plans are taken as well: they are mended here.
struct Origin {
    PlanFiles files;
    std::string dates;
};
[[nodiscard]] Outcome<store::PlanRow> take_in_roadmap(Workspace& workspace, const Actor& actor, const Origin& origin);

/// The same for whoever runs the server, unless a roadmap of this title was taken in before: its versions are what counts then.
[[nodiscard]] Outcome<void> take_in_once(Workspace& workspace, const Origin& origin);
/// Ids of the sides of all roadmaps but sandboxes.
[[nodiscard]] Outcome<store::Sides> all_sides(Workspace& workspace);

/// A copy for a visitor, until `expires`. Whose copy it is stands in the visitor's session.
[[nodiscard]] Outcome<store::PlanRow> begin_sandbox(Workspace& workspace, const Origin& origin, base::Moment expires);
/// What a plan says now, to begin a sandbox or another plan with.
[[nodiscard]] Outcome<Origin> copy_of(Workspace& workspace, const Actor& actor, std::string_view plan);
/// The sandbox as a roadmap of the account that has signed in; the sandbox stays until it expires.
[[nodiscard]] Outcome<store::PlanRow> keep_sandbox(Workspace& workspace, const Actor& visitor, const Actor& owner,
                                                   std::string_view plan);

/// The plan's title as a name in addresses: "a-joint-cyber-year".
[[nodiscard]] std::string address_of(std::string_view title);

}  // namespace masar::app
