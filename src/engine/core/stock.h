#pragma once
// The stock of every reservoir, day by day, while a schedule is being made.
#include "engine/core/instance.h"
#include "problem/link_bound.h"

#include <cstdint>
#include <vector>

namespace masar::engine {

class Stock {
public:
    explicit Stock(const Instance& instance);

    void reset() { level_ = level_at_first_; }
    /// The span's start when every level then stays within its limits to the end of time; else a later day before which no
    /// start can do.
    [[nodiscard]] Day next_start(const problem::Mode& mode, problem::Span span) const;
    /// A day below the minimum or above the maximum weighs as one too late.
    [[nodiscard]] std::int64_t overshoot() const;
    void apply(const problem::Mode& mode, problem::Span span) { change(mode, span, 1); }
    void undo(const problem::Mode& mode, problem::Span span) { change(mode, span, -1); }

private:
    /// What a mode does to one reservoir.
    struct Swing {
        std::int64_t during = 0, after = 0;
    };
    [[nodiscard]] static Swing swing_of(const problem::Mode& mode, std::int32_t reservoir);
    void change(const problem::Mode& mode, problem::Span span, std::int64_t sign);

    const Instance& instance_;
    std::size_t days_;  ///< 0..horizon: what is given at the finish may be there only after the last day
    std::vector<std::int64_t> level_, level_at_first_;  ///< reservoir by reservoir, after all changes of the day
};

}  // namespace masar::engine
