#pragma once
// What changes in plans while people look at them: each is told what changes in what they read, and of nothing else.
#include "app/workspace/workspace.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace masar::app {

struct PlanNews {
    std::string_view
        name;  ///< "changed", "dates", "proposal", "note"; empty = nothing but the question whether somebody still listens
    std::string data;   ///< {"hash"}, {"state"}, {"number"}, {"section", "id"}
    bool gone = false;  ///< the plan is no longer there for this listener
};

class PlanWatch {
public:
    /// Looks `every` so often, and when it is told to: whoever else writes into the same store is noticed, too.
    explicit PlanWatch(Workspace& workspace, std::chrono::milliseconds every = std::chrono::seconds(1));
    ~PlanWatch();
    PlanWatch(const PlanWatch&) = delete;
    PlanWatch& operator=(const PlanWatch&) = delete;

    /// Called with what changes from now on; gives whether it still listens.
    using Listener = std::function<bool(const PlanNews&)>;
    [[nodiscard]] Outcome<void> follow(const Actor& actor, std::string_view plan, Listener listener);
    /// Something may have changed.
    void look();

private:
    class Post;
    std::unique_ptr<Post> post_;
};

}  // namespace masar::app
