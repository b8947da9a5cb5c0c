#pragma once
// What each kind of job computes. Limits are counts by default, so that the same question gives the same answer.
#include "app/workspace/workspace.h"
#include "base/progress.h"

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace masar::app {

/// On what a job works: the plan as it stood when it was asked.
struct RunContext {
    Workspace& workspace;
    const Actor& actor;
    const OpenPlan& open;
    const base::StopFlag* stop = nullptr;
    base::Progress* progress = nullptr;
    std::function<void(std::string)> first = [](const std::string&) {};  ///< told an answer for the time being, as JSON
};

struct RunWork {
    std::function<Outcome<std::string>(const RunContext&)> compute;  ///< gives JSON
    bool quick = false;  ///< somebody waits with a hand on the mouse: it goes before long ones
    bool saves = false;  ///< it changes the plan's dates: never answered from a kept run
    /// The server asks it by itself for a page, of what the reader reads and nothing else: one at a time, and it counts against nobody.
    bool for_page = false;
};

/// "schedule", "explain", "simulate", "improve", "replan", "whatif", "try", "help". Refuses an unknown kind and parameters that make no sense.
/// In a sandbox, counts are limited further.
[[nodiscard]] Outcome<RunWork> work_of(std::string_view kind, const boost::json::object& parameters,
                                       const Actor& actor);

}  // namespace masar::app
