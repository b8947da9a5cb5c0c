#pragma once
// Between which starts an activity may go, as indices of its working days: its own window and the links to what is placed.
// On cycles of maximal lags the windows of unplaced activities are kept consistent with each other, so that an activity
// placed too early or too late is seen at once (Franck, Neumann, Schwindt 2001).
#include "engine/core/cycles.h"
#include "engine/search/candidate.h"

namespace masar::engine {

struct Window {
    std::int32_t first = 0, last = 0;
};

class Windows {
public:
    Windows(const Instance& instance, const Cycles& cycles);

    /// Nothing is placed but what is fixed.
    void reset(const Candidate& candidate);
    /// Of an activity whose predecessors are placed.
    [[nodiscard]] Window of(std::int32_t activity, const Candidate& candidate) const;
    /// Of an activity whose successors are placed and whose predecessors are not: `last` only.
    [[nodiscard]] std::int32_t last_before_successors(std::int32_t activity, const Candidate& candidate) const;
    /// To be told of every placement and every withdrawal.
    void placed(std::int32_t activity, const Candidate& candidate);
    void withdraw(const std::vector<std::int32_t>& activities, const Candidate& candidate);
    [[nodiscard]] bool is_placed(std::int32_t activity) const { return placed_[activity] != 0; }

    /// The placed activity to which the window's last start is owed; -1 when to none on its cycle.
    [[nodiscard]] std::int32_t culprit(std::int32_t activity) const {
        return culprit_.empty() ? -1 : culprit_[activity];
    }
    /// From now on, until the next reset, the activity does not start before the index.
    void hold_back(std::int32_t activity, std::int32_t index) { release_[activity] = index; }

    [[nodiscard]] std::int32_t first_index_for(std::int32_t activity, problem::Anchor anchor, Day event) const;
    [[nodiscard]] std::int32_t last_index_for(std::int32_t activity, problem::Anchor anchor, Day event) const;

private:
    [[nodiscard]] Window own(std::int32_t activity) const;
    [[nodiscard]] Window linked(std::int32_t activity, const Candidate& candidate) const;
    void narrow_to(const problem::Link& link, const Candidate& candidate, Window& window) const;
    void narrow_from(const problem::Link& link, const Candidate& candidate, Window& window) const;
    [[nodiscard]] problem::Span span_at(std::int32_t activity, std::int32_t index) const;
    [[nodiscard]] std::int32_t duration_of(std::int32_t activity) const;
    void open_cycle(std::int32_t cycle, const Candidate& candidate);
    void propagate();
    void propagate(const problem::Link& link);
    void raise(std::int32_t activity, std::int32_t first);
    void lower(std::int32_t activity, std::int32_t last, std::int32_t by);

    const Instance& instance_;
    const Cycles& cycles_;
    std::vector<char> placed_, looks_ahead_;
    std::vector<std::int32_t> release_;
    const std::vector<std::int32_t>* mode_ = nullptr;
    // Only with maximal lags:
    std::vector<Window> window_;
    std::vector<std::int32_t> culprit_;
    std::vector<std::int32_t> queue_;
    std::vector<char> queued_;
};

}  // namespace masar::engine
