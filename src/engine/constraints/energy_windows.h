#pragma once
// Cumulative by energy: between two moments the tasks cannot do more work than the capacity allows. Time-table edge-finding (Vilím
// 2011; explained as in Schutt, Feydy, Stuckey 2013): what surely runs in a window counts as the profile has it, what must lie or
// begin in it counts in full, and a task that would ask too much of it where it now begins has to begin later, or end earlier.
// Beside cumulative.h, which looks at one moment at a time. On a pool of one unit this is the edge-finding of a disjunctive machine.
//
// Explanations speak of the window only: of no more tasks than fill it, each as loose as it can be.
#include "engine/constraints/task_time.h"
#include "engine/core/clause_engine.h"

namespace masar::engine {

class EnergyWindows : public Propagator {
public:
    /// Moments of all tasks lie below this.
    static constexpr std::int32_t most_moments = 1 << 16;

    explicit EnergyWindows(CumulativeSetup setup);

    [[nodiscard]] bool propagate(ClauseEngine& engine) override;
    /// `data` is the window.
    void explain(const ClauseEngine& engine, Bound implied, std::int32_t data, std::int32_t index,
                 Explanation& out) const override;
    [[nodiscard]] std::vector<Side> wakes_on() const override;
    [[nodiscard]] int priority() const override { return 2; }

private:
    struct Window {
        std::int32_t begin = 0, end = 0;
    };
    /// Where a task surely and possibly lies; in mirrored time the moments are negated and change their roles.
    struct Extent {
        const Task* task = nullptr;
        std::int32_t earliest = 0, earliest_end = 0, latest = 0, latest_end = 0;  ///< starts and ends
        std::int32_t days = 0, units = 0;
    };
    /// What a task must do at least in a window.
    struct Part {
        const Task* task;
        std::int32_t task_days, units, days;
        std::int32_t position;  ///< latest of the entries that make it so
    };
    /// A task that would need more of a window than is left, if it began as early as it now can.
    struct Greedy {
        const Extent* extent = nullptr;
        std::int64_t more = 0;     ///< energy beyond what is counted
        std::int32_t counted = 0;  ///< days
    };

    [[nodiscard]] Extent extent_of(const Trail& trail, const Task& task) const;
    void load(const Trail& trail, bool mirrored);
    [[nodiscard]] bool sweep_until(ClauseEngine& engine, std::int32_t end);
    [[nodiscard]] bool push(ClauseEngine& engine, const Greedy& greedy, Window window, std::int64_t left);
    [[nodiscard]] bool overload(ClauseEngine& engine, Window window);
    [[nodiscard]] std::int32_t worked(const Extent& extent, std::int32_t from, std::int32_t to) const;
    [[nodiscard]] std::int32_t compulsory(const Extent& extent, std::int32_t until) const;
    [[nodiscard]] std::int64_t compulsory_before(std::int32_t moment) const;
    [[nodiscard]] std::int64_t available(Window window) const;
    [[nodiscard]] std::int64_t capacity_before(std::int32_t moment) const;
    [[nodiscard]] Window unmirrored(Window window) const;

    // Explaining, in time as it is.
    [[nodiscard]] const Task& task_of(Side side) const;
    [[nodiscard]] std::vector<Part> parts_of(const Trail& trail, Window window, std::int32_t index,
                                             const Task* except) const;
    static void explain_part(const Part& part, Window window, Explanation& out);
    static void explain_sizes(const Part& part, Explanation& out);
    /// The window, and how much more energy the parts have than is needed to fill it.
    struct Filled {
        Window window;
        std::int64_t spare = 0;
    };
    /// Takes from what is spare.
    void explain_parts(const Trail& trail, std::vector<Part> parts, Filled& filled, Explanation& out) const;

    std::vector<Task> tasks_;
    std::vector<std::int64_t> capacity_sum_;  ///< before each moment
    std::int64_t last_capacity_ = 0;          ///< of every moment after these
    std::optional<Bound> condition_;
    std::vector<std::int32_t> task_of_variable_;

    // Of one sweep.
    bool mirrored_ = false;
    std::vector<Extent> extents_;             ///< by earliest start, the latest first
    std::vector<std::int32_t> ends_;          ///< latest ends, rising, each once
    std::vector<std::int64_t> before_begin_;  ///< per extent: compulsory energy before its earliest start
};

}  // namespace masar::engine
