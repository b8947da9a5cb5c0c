#pragma once
// Jobs: long questions about a plan, answered by workers of their own and kept as runs. A question that was answered before is answered
// from what is kept; one that a restart broke off says so.
#include "app/workspace/run_kinds.h"

#include <boost/json/object.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace masar::app {

struct RunLimits {
    unsigned workers = 1;        ///< for any job; one more does nothing but quick ones
    std::size_t waiting = 64;    ///< of everybody
    std::size_t of_account = 8;  ///< waiting or running
    std::int64_t kept_of_plan = 500;
};

struct RunProgress {
    std::string what;  ///< "schedules", "samples"
    std::int64_t done = 0, total = 0, best = -1, bound = -1;
    double seconds = 0;  ///< since it began
};

struct RunView {
    std::string key, kind;
    std::string state;                    ///< "queued", "running", "done", "failed", "cancelled"
    std::optional<RunProgress> progress;  ///< while it runs; counts for those alone who hold the whole plan
    std::string result;                   ///< JSON; empty = none
    std::optional<Refusal> problem;
    std::string first = {};  ///< JSON while it runs: what can be said before the result; empty = nothing

    [[nodiscard]] bool ended() const { return state != "queued" && state != "running"; }
};

class Runs {
public:
    /// What was waiting or running when the store was closed failed: it says so, and can be asked again.
    explicit Runs(Workspace& workspace, const RunLimits& limits = {});
    /// Stops what runs; it is marked as interrupted.
    ~Runs();
    Runs(const Runs&) = delete;
    Runs& operator=(const Runs&) = delete;

    [[nodiscard]] Outcome<RunView> ask(const Actor& actor, std::string_view plan, std::string_view kind,
                                       const boost::json::object& parameters);
    /// One's own side's: others are not found.
    [[nodiscard]] Outcome<RunView> view(const Actor& actor, std::string_view key);
    /// What runs ends as soon as it can, with its best answer so far.
    [[nodiscard]] Outcome<void> cancel(const Actor& actor, std::string_view key);

    /// Called now and with all news until the end, from any thread; gives whether it still listens.
    using Listener = std::function<bool(const RunView&)>;
    [[nodiscard]] Outcome<void> follow(const Actor& actor, std::string_view key, Listener listener);

    /// Jobs that wait or run.
    [[nodiscard]] std::size_t open() const;

private:
    class Office;
    std::unique_ptr<Office> office_;
};

}  // namespace masar::app
