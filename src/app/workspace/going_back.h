#pragma once
// Going back by a new proposal: to what was agreed earlier, or to what stood before something was agreed. Only what every side reads goes
// back, by both signatures as anything else; what has happened meanwhile, releases and what one side alone reads stay.
#include "app/workspace/workspace.h"

namespace masar::app {

struct GoingBack {
    enum class To : std::uint8_t {
        agreed,  ///< what the proposal put in force
        before,  ///< what it changed, and nothing else, is taken back
    };
    std::int64_t proposal = 0;  ///< by its number
    To to = To::agreed;
};

struct WayBack {
    PlanFiles files;  ///< of the draft, with what goes back
    std::string
        dates;  ///< for these files, where activities stood then; empty = they have none. They may break something
    base::Text title;  ///< when nobody gives a better one
};

/// Refused where nothing of the kind was agreed, nothing differs, or what the proposal changed was changed since.
[[nodiscard]] Outcome<WayBack> way_back(Workspace& workspace, const Actor& actor, const OpenPlan& open,
                                        const GoingBack& back);

}  // namespace masar::app
