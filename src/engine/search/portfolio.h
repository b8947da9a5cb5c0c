#pragma once
// Exact searches of one problem as logical workers, each from its own side: one descends from the best schedule, one rises from the
// bound (destructive lower bounds; Klein, Scholl 1999), one decides first what fails first (Vilím, Laborie, Shaw 2015). Rounds of
// counted work; at the barrier between two rounds schedules and bounds are exchanged in the order of the workers, so that threads
// decide nothing but who executes.
#include "base/progress.h"
#include "engine/search/crew.h"
#include "engine/search/exact_search.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace masar::engine {

enum class Team : std::uint8_t {
    alone,  ///< the descending worker only: all the time there is, where time and not a count rules a single thread
    pair,   ///< descending and ascending
    full,   ///< these, and a failure-directed one
};

/// What one round may do.
struct Round {
    std::int64_t conflicts = 0;         ///< of all workers together
    std::function<bool()> stop{};       ///< asked from any thread; may be empty
    base::StopFlag* settled = nullptr;  ///< set as soon as a worker settles the problem; may be null
    std::function<void()> beside{};     ///< executed by the crew with the workers; may be empty
};

class Portfolio {
public:
    Portfolio(const Problem& problem, ExactStart start, Team team);

    /// `limit` as long as nothing is settled. A worker for which memory does not suffice leaves the team; the last one gone:
    /// unsupported.
    ExactStatus run(const Round& round, Crew& crew);

    /// Between rounds: a schedule that someone else found, checked and within the ceilings.
    void offer(const Schedule& schedule);

    [[nodiscard]] const std::optional<Schedule>& best() const { return best_; }
    /// The best bound of any worker, per objective; as ExactSearch::bounds.
    [[nodiscard]] const std::vector<std::optional<std::int64_t>>& bounds() const { return bounds_; }
    [[nodiscard]] std::int64_t conflicts() const;
    [[nodiscard]] bool short_of_memory() const { return short_of_memory_; }

private:
    struct Worker {
        ExactStrategy strategy = ExactStrategy::descend;
        std::int64_t share = 1;  ///< of the conflicts of a round, in quarters
        std::unique_ptr<ExactSearch> search{};
        ExactStatus status = ExactStatus::limit;
        bool out_of_memory = false;
    };

    void work(Worker& worker, const Round& round) const;
    [[nodiscard]] ExactStatus exchange();

    const Problem& problem_;
    ExactStart start_;
    std::vector<Worker> workers_;
    std::optional<Schedule> best_;
    std::vector<std::int64_t> objective_;
    std::vector<std::optional<std::int64_t>> bounds_;
    std::int64_t conflicts_of_gone_ = 0;
    bool short_of_memory_ = false;
};

}  // namespace masar::engine
