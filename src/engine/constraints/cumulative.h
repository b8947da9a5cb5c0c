#pragma once
// Cumulative by time-table: at every moment the compulsory parts of the tasks fit into the capacity, and no task may run where the
// others leave it no room. Explanations are pointwise: they speak of one moment only, and of no more tasks than are needed to fill it
// (Schutt, Feydy, Stuckey, Wallace 2011, "Explaining the cumulative propagator", sections 3 and 4).
//
// A task uses its units on the working days of its own calendar only; duration and units may depend on a mode or on a choice, and
// then only their lower bounds count. The capacity is a function of the moment.
#include "engine/constraints/task_time.h"
#include "engine/core/clause_engine.h"

#include <optional>
#include <vector>

namespace masar::engine {

class Cumulative : public Propagator {
public:
    explicit Cumulative(CumulativeSetup setup);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    /// `data` is the moment.
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;
    void notice(Side side) override;

private:
    /// What a task surely has now, or had at an earlier entry of the trail.
    struct Shape {
        std::int32_t least = 0, greatest = 0, duration = 0, units = 0;
        std::int32_t end = 0;  ///< earliest; [greatest, end) is the compulsory part
    };
    struct Filler {
        const Task* task;
        Shape shape;
        std::int32_t position;  ///< latest of the entries that make it compulsory at the moment
    };

    [[nodiscard]] Shape shape_now(const Trail& trail, const Task& task) const;
    [[nodiscard]] Shape shape_before(const Trail& trail, const Task& task, std::int32_t index) const;
    void lay_out(const Trail& trail);
    void follow(const Trail& trail);
    void change_room(const Task& task, std::int32_t from, std::int32_t to, std::int32_t units);
    [[nodiscard]] bool fits(ClauseEngine& engine);
    [[nodiscard]] bool prune(ClauseEngine& engine, std::size_t index);
    [[nodiscard]] bool push_up(ClauseEngine& engine, const Task& task);
    [[nodiscard]] bool push_down(ClauseEngine& engine, const Task& task);
    [[nodiscard]] bool limit_units(ClauseEngine& engine, const Task& task);
    [[nodiscard]] bool blocked(std::int32_t moment, const Task& task, std::int32_t units) const;
    [[nodiscard]] std::int32_t capacity_at(std::int32_t moment) const;
    [[nodiscard]] std::int32_t room_at(std::int32_t moment) const;
    [[nodiscard]] const Task& task_of(Side side) const;

    /// What is to be filled: the room left there must be less than `room` without `except`.
    struct Filled {
        std::int32_t moment, room, index;
        const Task* except;
    };
    void explain_filled(const ClauseEngine& engine, const Filled& filled, Explanation& out) const;
    [[nodiscard]] std::vector<Filler> fillers_of(const ClauseEngine& engine, const Filled& filled) const;
    void explain_running(const Task& task, const Shape& shape, std::int32_t moment, Explanation& out) const;

    std::vector<Task> tasks_;
    std::vector<std::int32_t> capacity_;
    std::optional<Bound> condition_;
    // The profile follows the trail: what is laid in it is compared with the bounds at every call, so that backjumps need no hook.
    std::int32_t first_moment_ = 0;
    std::vector<std::int32_t>
        room_;  ///< per moment from first_moment_: capacity less compulsory units; empty = not laid out
    std::vector<Shape> shapes_;  ///< as laid in the profile
    // Between calls the bounds below were at their fixed point once; only what rose since can have consequences.
    std::vector<bool> risen_;  ///< per task
    std::vector<std::int32_t> risen_list_;
    bool all_risen_ = true;
    std::int32_t changed_from_ = 0, changed_to_ = 0;  ///< moments that risen tasks cover; from >= to = none
    std::int32_t changed_room_ = 0;                   ///< the least room among them
    std::vector<std::int32_t> task_of_variable_;
};

}  // namespace masar::engine
