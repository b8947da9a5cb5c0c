#pragma once
// Cumulative by time-table: at every moment the compulsory parts of the tasks fit into the capacity, and no task may run where the
// others leave it no room. Explanations are pointwise: they speak of one moment only, and of no more tasks than are needed to fill it
// (Schutt, Feydy, Stuckey, Wallace 2011, "Explaining the cumulative propagator", sections 3 and 4).
#include "engine/core/clause_engine.h"

#include <vector>

namespace masar::engine {

struct Task {
    Variable start = -1;
    std::int32_t duration = 0, units = 0;  ///< both positive
};

class Cumulative : public Propagator {
public:
    Cumulative(std::vector<Task> tasks, std::int32_t capacity);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    /// `data` is the moment.
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;

private:
    [[nodiscard]] bool build_profile(ClauseEngine& engine);
    [[nodiscard]] bool push_up(ClauseEngine& engine, const Task& task);
    [[nodiscard]] bool push_down(ClauseEngine& engine, const Task& task);
    [[nodiscard]] bool blocked(std::int32_t moment, const Task& task) const;

    struct Filler {
        const Task* task;
        std::int32_t position;  ///< latest of the two entries that make it compulsory at the moment
    };
    void explain_filled(const ClauseEngine& engine, std::int32_t moment, std::int32_t room, std::int32_t index,
                        const Task* except, Explanation& out) const;

    std::vector<Task> tasks_;
    std::int32_t capacity_;
    std::int32_t first_moment_ = 0;
    std::vector<std::int32_t> height_;  ///< compulsory units per moment, from first_moment_
    std::vector<std::int32_t> task_of_variable_;
};

}  // namespace masar::engine
