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
    /// Whether every level stays within its limits from the span's start to the end of time.
    [[nodiscard]] bool allows(const problem::Mode& mode, problem::Span span);
    /// A day below the minimum or above the maximum weighs as one too late.
    [[nodiscard]] std::int64_t overshoot() const;
    void apply(const problem::Mode& mode, problem::Span span) { change(mode, span, 1); }
    void undo(const problem::Mode& mode, problem::Span span) { change(mode, span, -1); }

private:
    void change(const problem::Mode& mode, problem::Span span, std::int64_t sign);

    const Instance& instance_;
    std::size_t days_;  ///< 0..horizon: what is given at the finish may be there only after the last day
    std::vector<std::int64_t> level_, level_at_first_;  ///< reservoir by reservoir, after all changes of the day
};

}  // namespace masar::engine
